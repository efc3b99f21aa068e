"""Mails of funding: a structure is invited to answer a call, a watch found calls; each to one person."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from phares.rooms.commons.signed_links import signed
from phares.rooms.cooperation import links
from phares.rooms.directory.models import Mandate, Person
from phares.rooms.funding.models import Call, Member, Watch
from phares.rooms.funding.queries.calls import STOP_LINK


def send_invitation(member: Member, mandate: Mandate) -> None:
    """Ask who may sign for a structure whether it takes part."""
    pole = member.application.pole
    page = _whole(reverse("funding:answer_invitation", args=[pole.slug, member.pk]))
    stop = links.link(links.STOP, pole, person=mandate.person_id, subject="proposals")
    _send("funding/mails/invitation.txt", mandate.person, page, stop, member=member, call=member.application.call)


def send_calls_found(watch: Watch, calls: Sequence[Call]) -> None:
    """Tell a person which calls their watch found."""
    page = _whole(reverse("funding:watches", args=[watch.pole.slug]))
    stop = _whole(reverse("funding:stop_watch", args=[watch.pole.slug, signed(STOP_LINK, watch.pk)]))
    told = [(one, _whole(one.get_absolute_url())) for one in calls]
    _send("funding/mails/calls_found.txt", watch.person, page, stop, watch=watch, told=told, pole=watch.pole)


def _whole(path: str) -> str:
    return settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + path


def _send(template: str, person: Person, page: str, stop: str, **context: Any) -> None:
    """Write in the reader's language; the template's first line is the title, one click stops such mails (RFC 8058)."""
    with translation.override(person.language):
        shown = {"person": person, "page": page, "stop": stop, **context}
        title, _rest, body = render_to_string(template, shown).strip().partition("\n")
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    EmailMessage(" ".join(title.split()), body.strip() + "\n", None, [str(person.email)], headers=headers).send()
