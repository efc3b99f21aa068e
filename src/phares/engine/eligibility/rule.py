"""Rules of eligibility as data: the call's own words stay with whoever wrote them, here is what is to be counted.

A trait is what a text asks of somebody, under a name of the caller's: "legal_person", "ess", "mandate_accepted".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Subject:
    """A member, or the set itself: which traits it has (true), has not (false); those not said are not known."""

    id: str
    traits: Mapping[str, bool] = field(default_factory=dict)

    def has(self, trait: str) -> bool | None:
        """Whether it has a trait; None when nobody knows."""
        return self.traits.get(trait)


@dataclass(frozen=True, slots=True)
class Every:
    """Each member has the trait."""

    code: str
    article: str
    trait: str


@dataclass(frozen=True, slots=True)
class NoFewer:
    """So many members or more have the trait."""

    code: str
    article: str
    trait: str
    least: int = 1


@dataclass(frozen=True, slots=True)
class NoMore:
    """No more than so many members have the trait."""

    code: str
    article: str
    trait: str
    most: int = 0


@dataclass(frozen=True, slots=True)
class MoreThan:
    """Strictly more than a share of the members have the trait."""

    code: str
    article: str
    trait: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class Size:
    """How many members the set may have."""

    code: str
    article: str
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class OfTheSet:
    """The set itself has the trait: a lead is named, shares sum to 100 %, the candidate is a legal person."""

    code: str
    article: str
    trait: str


Rule = Every | NoFewer | NoMore | MoreThan | Size | OfTheSet
