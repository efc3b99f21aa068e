"""Those among whom an amount is split, and the period it is split for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Period:
    """Days from one to another, both counted."""

    from_on: date
    until_on: date

    @property
    def days(self) -> int:
        """How many days the period holds."""
        return (self.until_on - self.from_on).days + 1


@dataclass(frozen=True, slots=True)
class Party:
    """One row of a split: a structure, or a surface that stands empty (`vacant`, borne by the lessor).

    `from_on` and `until_on` are its first and last day in the place; what is not said is the period's own.
    """

    id: str
    weights: Mapping[str, Fraction] = field(default_factory=dict)
    from_on: date | None = None
    until_on: date | None = None
    vacant: bool = False

    def days_in(self, period: Period) -> int:
        """The days of the period at which the party is there, both ends counted."""
        first = max(period.from_on, self.from_on or period.from_on)
        last = min(period.until_on, self.until_on or period.until_on)
        return max(0, (last - first).days + 1)
