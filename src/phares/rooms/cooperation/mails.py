"""Mails of cooperation: one subject, one action, one line that says why one receives it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from phares.rooms.cooperation.models import Agreement, Answer, Commitment, Match
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.directory.models import Mandate, Person
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.structure import Structure


def people_to_write_to(holder: Holder, *, right: str) -> list[Person]:
    """Return the persons with a mail who may use `right` today for a structure or a group; nobody for a resident."""
    if isinstance(holder, Person):
        return []
    field = "structure" if isinstance(holder, Structure) else "group"
    held = Mandate.objects.on(timezone.localdate()).filter(**{field: holder}).select_related("person")
    people = {mandate.person for mandate in held if right in mandate.as_role.rights and mandate.person.email}
    return sorted(people, key=lambda person: person.pk)


def _send(template: str, people: Iterable[Person], address: str, **context: Any) -> None:
    """Write to each person in their own language; the first line of the template is the subject."""
    for person in people:
        with translation.override(person.language):
            page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + address
            text = render_to_string(f"cooperation/mails/{template}.txt", {"person": person, "page": page, **context})
        subject, _, body = text.strip().partition("\n")
        send_mail(subject.strip(), body.strip() + "\n", None, [str(person.email)])


def send_match_proposed(match: Match, *, except_person: int | None) -> None:
    """Tell both sides that they could do something together."""
    for side in Side.values:
        people = [one for one in people_to_write_to(side_holder(match, side), right="say") if one.pk != except_person]
        _send("match_proposed", people, match.get_absolute_url(), match=match, side=side)


def send_match_answered(answer: Answer) -> None:
    """Tell the other side what was answered; the reason only when its writer chose to share it."""
    match = answer.match
    other = Side.OFFER if answer.side == Side.NEED else Side.NEED
    people = people_to_write_to(side_holder(match, other), right="say")
    _send("match_answered", people, match.get_absolute_url(), match=match, answer=answer, who=side_holder(match, answer.side))


def send_agreement_to_sign(agreement: Agreement, *, except_person: int | None) -> None:
    """Tell the parties whose signature is missing that a text waits for them."""
    cooperation = agreement.cooperation
    signed = set(agreement.signatures.values_list("party_id", flat=True))
    for party in cooperation.parties.all():
        people = people_to_write_to(party.holder, right="sign") if party.pk not in signed else []
        address = reverse("cooperation:agreement", args=[cooperation.pole.slug, cooperation.pk])
        others = [person for person in people if person.pk != except_person]
        _send("agreement_to_sign", others, address, cooperation=cooperation, agreement=agreement, party=party)


def send_promise_reminder(commitment: Commitment) -> None:
    """Remind those who promised, before the day and never after."""
    people = people_to_write_to(commitment.promised_by.holder, right="keep_promises")
    _send("promise_reminder", people, commitment.cooperation.get_absolute_url(), commitment=commitment)
