"""Reads of the indicators: what each comes to today, and its frozen measures with all their versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from phares.rooms.directory.models import Pole
from phares.rooms.impact.models import Indicator, Measure


@dataclass(frozen=True)
class Period:
    """One period of an indicator: its versions, the last one first."""

    versions: Sequence[Measure]

    @property
    def last(self) -> Measure:
        """Return the version that holds."""
        return self.versions[0]

    @property
    def gap(self) -> Decimal | None:
        """Return how far the value is from what was aimed at."""
        return None if self.last.target is None else self.last.value - self.last.target


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator with its last two periods."""

    indicator: Indicator
    last: Period | None
    before: Period | None


def periods_of(pole: Pole, indicator: Indicator | None = None) -> dict[int, list[Period]]:
    """Return the periods of each indicator, the latest first."""
    found = Measure.objects.filter(pole=pole).select_related("indicator", "evidence", "measured_by")
    if indicator is not None:
        found = found.filter(indicator=indicator)
    ordered = found.order_by("indicator", "-until_on", "-from_on", "-version")
    periods: dict[int, list[Period]] = {}
    for (pk, _from, _until), versions in groupby(
        ordered, key=lambda one: (one.indicator_id, one.from_on, one.until_on)
    ):
        periods.setdefault(pk, []).append(Period(list(versions)))
    return periods


def indicator_lines(pole: Pole) -> list[IndicatorLine]:
    """Return the twenty-eight, each with its last two periods."""
    periods = periods_of(pole)
    lines = []
    for one in Indicator.objects.all():
        own = periods.get(one.pk, [])
        lines.append(IndicatorLine(one, own[0] if own else None, own[1] if len(own) > 1 else None))
    return lines


def indicator_named(code: str) -> Indicator | None:
    """Return the indicator of this code."""
    return Indicator.objects.filter(code=code).first()


def measure_numbered(pole: Pole, pk: int) -> Measure | None:
    """Return a measure of this pole."""
    return Measure.objects.filter(pole=pole, pk=pk).select_related("indicator", "evidence", "pole").first()


def last_year_end(today: date) -> date:
    """Return the last day of the last whole year."""
    return date(today.year - 1, 12, 31)
