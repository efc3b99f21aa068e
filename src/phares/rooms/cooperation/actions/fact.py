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


class NotYetHappened(Refusal):
    """A fact is dated today or before."""

    sentence = _("Cette date n’est pas encore passée : une promesse se note dans l’accord, un fait après coup.")


class NotStarted(Refusal):
    """Nothing happens in a cooperation before every party has signed."""

    sentence = _("L’accord n’est pas encore signé par toutes les parties.")


@transaction.atomic
def note_fact(
    *, cooperation: Cooperation, on: date, what: str, proof: "UploadedFile[Any] | None" = None, by: Actor, at: datetime
) -> Fact:
    """Write down what happened on a day, with a document where there is one."""
    require(permissions.can_note_fact(by, cooperation))
    if not Cooperation.objects.agreed().filter(pk=cooperation.pk).exists():
        raise NotStarted
    if on > as_day(at):
        raise NotYetHappened(field="on")
    attachment = keep_attachment(proof, by=by, at=at) if proof is not None else None
    fact = Fact.objects.create(
        cooperation=cooperation, on=on, what=what, proof=attachment, noted_by_id=by.person_id, noted_at=at
    )
    publish(events.FactNoted(cooperation.pole_id, cooperation.pk, fact.pk), by=by, at=at)
    return fact
