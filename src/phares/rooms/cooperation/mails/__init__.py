"""Mails of cooperation: one subject, one action, one line that says why one receives it."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from phares.rooms.cooperation.mails.sending import send
from phares.rooms.cooperation.models import Agreement, Answer, Commitment, Match, Party
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.directory.models import Mandate, Person
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.structure import Structure


def people_to_write_to(holder: Holder, *, right: str) -> list[Person]:
    """Return the persons with a mail who may use `right` today for a structure or a group; nobody for a resident.

    A resident, and a group known on paper only, hear by those who noted for them.
    """
    if isinstance(holder, Person):
        return []
    field = "structure" if isinstance(holder, Structure) else "group"
    held = Mandate.objects.on(timezone.localdate()).filter(**{field: holder}).select_related("person")
    people = {
        mandate.person
        for mandate in held
        if right in mandate.as_role.rights and mandate.person.email and mandate.person.is_active
    }
    return sorted(people, key=lambda person: person.pk)


def other_side(side: str) -> str:
    """Return the side that faces this one."""
    return Side.OFFER if side == Side.NEED else Side.NEED


def send_match_proposed(match: Match, side: str, person: Person) -> None:
    """Tell one side that it could do something with the other."""
    address = match.get_absolute_url()
    said = {"match": match, **_sides(match, side)}
    send("cooperation/mails/match_proposed.txt", person, match.pole, address, subject="proposals", **said)


def send_match_answered(answer: Answer, person: Person) -> None:
    """Tell the other side what was answered; the reason only when its writer chose to share it."""
    match = answer.match
    answers = {one.side: one.choice for one in match.answers.all()}
    reason = answer.reason if answer.reason_is_shared else ""
    context = {"match": match, "answer": answer, "reason": reason, "own_choice": answers.get(other_side(answer.side))}
    send(
        "cooperation/mails/match_answered.txt",
        person,
        match.pole,
        match.get_absolute_url(),
        subject="answers",
        **context,
        **_sides(match, other_side(answer.side)),
    )


def send_agreement_to_sign(agreement: Agreement, party: Party, person: Person) -> None:
    """Tell a party whose signature is missing that a text waits for it."""
    cooperation = agreement.cooperation
    address = reverse("cooperation:agreement", args=[cooperation.pole.slug, cooperation.pk])
    _send(
        "cooperation/mails/agreement_to_sign.txt",
        person,
        address,
        cooperation=cooperation,
        agreement=agreement,
        party=party,
    )


def send_promise_reminder(commitment: Commitment, person: Person) -> None:
    """Remind somebody of those who promised, before the day and never after."""
    _send(
        "cooperation/mails/promise_reminder.txt",
        person,
        commitment.cooperation.get_absolute_url(),
        commitment=commitment,
    )


def _sides(match: Match, side: str) -> dict[str, Any]:
    """Return what a mail says of both sides: its reader's own, and who faces it."""
    return {"side": side, "own": side_holder(match, side), "who": side_holder(match, other_side(side))}


def _send(template: str, person: Person, address: str, **context: Any) -> None:
    """Write to a person in their own language; the first line of the template is the subject."""
    with translation.override(person.language):
        page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + address
        text = render_to_string(template, {"person": person, "page": page, **context})
    subject, _, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [str(person.email)])
