"""What the matching reads: needs and offers, the ties between structures, the proposals already refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

KINDS = ("space", "equipment", "skill", "hours", "purchase", "knowledge", "transport", "money", "other")
EXCHANGES = ("free", "barter", "paid")
DAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A time that comes back every week: a day (0 is Monday) and minutes after midnight, the end not included."""

    day: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{DAYS[self.day]} {self.start // 60:02}:{self.start % 60:02}-{self.end // 60:02}:{self.end % 60:02}"


@dataclass(frozen=True, slots=True)
class Item:
    """A need or an offer, said by one structure (`by`); what is not said is None or empty.

    `from_on` and `until_on` are both counted in the period; `lat` and `lon` are in degrees.
    """

    id: str
    by: str
    title: str
    text: str = ""
    kind: str | None = None
    tags: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    from_on: date | None = None
    until_on: date | None = None
    weekly: tuple[Slot, ...] = ()
    quantity: Fraction | None = None
    unit: str | None = None
    exchange: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What two structures already do together, by the level of their strongest living tie (0 to 6)."""

    a: str
    b: str
    level: int

    HIGHEST: ClassVar[int] = 6


@dataclass(frozen=True, slots=True)
class Refusal:
    """An offer that was refused for a need: it is never proposed for it again."""

    need: str
    offer: str
    reason: str = ""
