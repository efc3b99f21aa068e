"""What the network reads: structures with the periods they are there, and what some of them did together, dated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Presence:
    """A period at the pole, both ends counted; without `until_on` it is still going on."""

    from_on: date
    until_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day is in the period."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True)
class Structure:
    """A structure of the pole, by the periods it takes part."""

    id: str
    periods: tuple[Presence, ...] = ()

    def is_present(self, day: date) -> bool:
        """Whether one of its periods holds the day."""
        return any(period.holds(day) for period in self.periods)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that parties did together from a day on (`on`), for `lasts_days` more; its level is 1 to 6."""

    parties: tuple[str, ...]
    kind: str
    level: int
    on: date
    lasts_days: int = 0

    def days_since_start(self, day: date) -> int:
        """Days from the first day of the fact; below 0 when it is still to come."""
        return (day - self.on).days

    def is_active(self, day: date, fade_days: int) -> bool:
        """Whether it still proves a tie: begun, and over for at most `fade_days`."""
        return 0 <= self.days_since_start(day) <= self.lasts_days + fade_days

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every pair of its parties, the smaller id first."""
        return combinations(sorted(set(self.parties)), 2)
