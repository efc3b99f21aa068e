"""Acts on results: noting what was reached, for all the funders to whom it was promised; taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.journal import publish
from phares.rooms.commons.pictures import redrawn
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation.models import Cooperation, Job
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models import PromisedIndicator
from phares.rooms.impact import events, permissions
from phares.rooms.impact.models import Result


class PromisedNothing(Refusal):
    """A result answers one promise at least."""

    sentence = _("Dites à quelle promesse ce résultat répond.")


class UnitsDiffer(Refusal):
    """People are not added to hours."""

    sentence = _("Ces promesses ne se comptent pas dans la même unité : notez un résultat pour chacune.")


class TwiceForOneGrant(Refusal):
    """One result would count twice for one funder."""

    sentence = _("Deux de ces promesses sont du même financement : un résultat n’y compte qu’une fois.")


class NotYetReached(Refusal):
    """A result has happened."""

    sentence = _("Un résultat est atteint : choisissez un jour passé, ou aujourd’hui.")


@dataclass(frozen=True)
class Shot:
    """A picture whose image right is known, with its words."""

    file: "UploadedFile[Any]"
    caption: str
    credit: str = ""


@transaction.atomic
def note_result(
    *,
    pole: Pole,
    promised: Sequence[PromisedIndicator],
    what: str,
    on: date,
    value: Decimal,
    cooperation: Cooperation | None = None,
    job: Job | None = None,
    evidence: "UploadedFile[Any] | None" = None,
    names_nobody: bool = False,
    picture: Shot | None = None,
    by: Actor,
    at: datetime,
) -> Result:
    """Note what was reached; it counts once, whoever paid."""
    require(permissions.can_measure(by, pole) and all(one.grant.pole_id == pole.pk for one in promised))
    require(all(thing is None or thing.pole_id == pole.pk for thing in (cooperation, job)))
    _hold_together(promised, on, at)
    Pole.objects.select_for_update().get(pk=pole.pk)
    last = Result.objects.filter(pole=pole).aggregate(last=Max("number"))["last"] or 0
    result = Result.objects.create(
        pole=pole,
        number=last + 1,
        what=what,
        on=on,
        value=value,
        unit=promised[0].unit,
        cooperation=cooperation,
        job=job,
        evidence=keep_attachment(evidence, by=by, at=at) if evidence else None,
        names_nobody=names_nobody,
        picture=keep_attachment(redrawn(picture.file, field="picture").file, by=by, at=at) if picture else None,
        caption=picture.caption if picture else "",
        credit=picture.credit if picture else "",
        noted_by_id=by.person_id,
        noted_at=at,
    )
    result.promised.set(promised)
    publish(events.ResultNoted(pole.pk, result.pk), by=by, at=at)
    return result


def _hold_together(promised: Sequence[PromisedIndicator], on: date, at: datetime) -> None:
    """Refuse promises that no single result can answer."""
    if not promised:
        raise PromisedNothing(field="promised")
    if len({one.unit for one in promised}) > 1:
        raise UnitsDiffer(field="promised")
    if len({one.grant_id for one in promised}) < len(promised):
        raise TwiceForOneGrant(field="promised")
    if on > timezone.localdate(at):
        raise NotYetReached(field="on")


@transaction.atomic
def withdraw_result(*, result: Result, by: Actor, at: datetime) -> None:
    """Take a result back; what was already put out stays as it was read."""
    require(permissions.can_measure(by, result.pole_id))
    if Result.objects.standing().filter(pk=result.pk).update(withdrawn_at=at):
        publish(events.ResultWithdrawn(result.pole_id, result.pk), by=by, at=at)
