"""Acts on measures: freezing what is counted, writing down what is measured elsewhere, correcting either."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation.queries.figures import year_before
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.impact import events, permissions
from phares.rooms.impact.figure_kinds import KINDS
from phares.rooms.impact.ground import Ground
from phares.rooms.impact.models import Indicator, Measure

SCALES = {"share": Fraction(100), "euros": Fraction(1, 100), "hours": Fraction(1, 60)}
"""From the exact value of a figure to the unit of its indicator: per cent, euros, hours."""
PLACES = Decimal("0.0001")
LARGEST = Decimal(100_000_000_000)


class AlreadyMeasured(Refusal):
    """This period has a measure: another one is a correction, and says why."""

    sentence = _(
        "Cette période est déjà mesurée : pour la corriger, dites pourquoi. Les deux versions resteront lisibles."
    )
    status = 409


class NotOverYet(Refusal):
    """A period is measured once it is over."""

    sentence = _("On fige une période quand elle est finie : choisissez un dernier jour passé.")


class NothingToCount(Refusal):
    """There was nothing to divide by."""

    sentence = _("Rien ne permet de compter ce chiffre pour cette période.")


class NotTyped(Refusal):
    """What is counted here is not typed, and what is typed is not counted."""

    sentence = _("Cet indicateur se compte d’après ce qui se fait ici : il ne se tape pas.")
    status = 400


class NumberTooLarge(Refusal):
    """No pole measures that much."""

    sentence = _("Ce nombre est trop grand : vérifiez les chiffres et l’unité.")


@dataclass(frozen=True)
class Aims:
    """Where a measure starts from and where it was to go, in the indicator's unit."""

    baseline: Decimal | None = None
    target: Decimal | None = None


@transaction.atomic
def freeze_measure(
    *, pole: Pole, indicator: Indicator, until_on: date, aims: Aims, correction: str = "", by: Actor, at: datetime
) -> Measure:
    """Freeze what a computed indicator comes to over the twelve months up to a day that is past."""
    require(permissions.can_measure(by, pole))
    if not indicator.is_computed:
        raise NotTyped
    kind = KINDS[indicator.figure]
    counted = kind.count(Ground(pole, until_on))
    if counted.value is None:
        raise NothingToCount(field="until_on")
    inputs = [[str(label), str(value), unit] for label, value, unit in counted.inputs]
    return _keep(
        pole,
        indicator,
        (year_before(until_on) + timedelta(days=1), until_on),
        _in_unit(counted.value, kind.unit),
        aims,
        {"method": str(kind.formula)[:300], "inputs": inputs, "correction": correction.strip()},
        by,
        at,
    )


@transaction.atomic
def write_measure(
    *,
    pole: Pole,
    indicator: Indicator,
    from_on: date,
    until_on: date,
    value: Decimal,
    method: str,
    evidence: "UploadedFile[Any]",
    names_nobody: bool = False,
    aims: Aims,
    correction: str = "",
    by: Actor,
    at: datetime,
) -> Measure:
    """Write down a value measured elsewhere, by which method and with which evidence."""
    require(permissions.can_measure(by, pole))
    if indicator.is_computed:
        raise NotTyped
    proof = keep_attachment(evidence, by=by, at=at)
    said = {"method": method, "evidence": proof, "names_nobody": names_nobody, "correction": correction.strip()}
    return _keep(pole, indicator, (from_on, until_on), value, aims, said, by, at)


def _keep(
    pole: Pole,
    indicator: Indicator,
    period: tuple[date, date],
    value: Decimal,
    aims: Aims,
    said: dict[str, Any],
    by: Actor,
    at: datetime,
) -> Measure:
    from_on, until_on = period
    if until_on >= timezone.localdate(at):
        raise NotOverYet(field="until_on")
    for name, number in (("value", value), ("baseline", aims.baseline), ("target", aims.target)):
        if number is not None and abs(number) >= LARGEST:
            raise NumberTooLarge(field=name)
    Pole.objects.select_for_update().get(pk=pole.pk)
    before = Measure.objects.filter(pole=pole, indicator=indicator, from_on=from_on, until_on=until_on).count()
    if before and not said["correction"]:
        raise AlreadyMeasured(field="correction")
    measure = Measure.objects.create(
        pole=pole,
        indicator=indicator,
        from_on=from_on,
        until_on=until_on,
        version=before + 1,
        value=value,
        baseline=aims.baseline,
        target=aims.target,
        measured_by_id=by.person_id,
        measured_at=at,
        **{**said, "correction": said["correction"] if before else ""},
    )
    publish(events.IndicatorMeasured(pole.pk, measure.pk), by=by, at=at)
    return measure


def _in_unit(value: Fraction, unit: str) -> Decimal:
    """Return an exact value in the unit that is read, to four decimals."""
    scaled = value * SCALES.get(unit, Fraction(1))
    return (Decimal(scaled.numerator) / Decimal(scaled.denominator)).quantize(PLACES, ROUND_HALF_UP)
