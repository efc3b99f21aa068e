"""Acts on facts: writing down what happened."""

from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation, Fact
from phares.rooms.directory.actors import Actor

MOST_MINUTES = 60 * 10_000
MOST_CENTS = 1_000_000_000


class NotYetHappened(Refusal):
    """A fact is dated today or before."""

    sentence = _("Cette date n’est pas encore passée : une promesse se note dans l’accord, un fait après coup.")


class Implausible(Refusal):
    """More hours or money than one fact can hold."""

    sentence = _("Ce nombre est trop grand pour un seul fait : vérifiez-le.")
    status = 400


class NotStarted(Refusal):
    """Nothing happens in a cooperation before every party has signed."""

    sentence = _("L’accord n’est pas encore signé par toutes les parties.")


@transaction.atomic
def note_fact(
    *,
    cooperation: Cooperation,
    on: date,
    what: str,
    minutes: int | None = None,
    cents: int | None = None,
    proof: "UploadedFile[Any] | None" = None,
    by: Actor,
    at: datetime,
) -> Fact:
    """Write down what happened on a day, with the hours and the money it took, and a document, where there are."""
    require(permissions.can_note_fact(by, cooperation))
    if not Cooperation.objects.agreed().filter(pk=cooperation.pk).exists():
        raise NotStarted
    if on > as_day(at):
        raise NotYetHappened(field="on")
    if not 0 <= (minutes or 0) <= MOST_MINUTES or not 0 <= (cents or 0) <= MOST_CENTS:
        raise Implausible(field="minutes" if (minutes or 0) > MOST_MINUTES else "cents")
    attachment = keep_attachment(proof, by=by, at=at) if proof is not None else None
    fact = Fact.objects.create(
        cooperation=cooperation,
        on=on,
        what=what,
        minutes=minutes,
        cents=cents,
        proof=attachment,
        noted_by_id=by.person_id,
        noted_at=at,
    )
    publish(events.FactNoted(cooperation.pole_id, cooperation.pk, fact.pk), by=by, at=at)
    return fact
