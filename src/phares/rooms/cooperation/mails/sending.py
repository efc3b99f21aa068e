"""Sending: one mail to one person, in their language, with the way to receive no more of them."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from phares.rooms.cooperation import links
from phares.rooms.directory.models import Person, Pole

Attached = tuple[str, bytes, str]


def send(
    template: str,
    person: Person,
    pole: Pole,
    address: str,
    *,
    html: str = "",
    attached: Sequence[Attached] = (),
    **context: Any,
) -> None:
    """Write to a person; the first line of the template is the subject, a header stops all mails in one click."""
    stop = links.link(links.STOP, pole, person=person.pk)
    with translation.override(person.language):
        page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + address
        shown = {"person": person, "pole": pole, "page": page, "stop": stop, **context}
        subject, _, body = render_to_string(template, shown).strip().partition("\n")
        subject = " ".join(subject.split())
        rich = render_to_string(html, {**shown, "subject": subject}) if html else ""
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    mail = EmailMultiAlternatives(subject, body.strip() + "\n", None, [str(person.email)], headers=headers)
    if rich:
        mail.attach_alternative(rich, "text/html")
    for name, content, kind in attached:
        mail.attach(name, content, kind)
    mail.send()
