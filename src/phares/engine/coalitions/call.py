"""What a call asks for: requirements on skills, rules on the set, and the structures that could answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Requirement:
    """A skill and how much of it the members must bring together, `members` of them at least having some.

    Requirements on one skill each read the full sum. An optional one counts for its weight when it is covered.
    """

    id: str
    skill: str
    amount: Fraction = Fraction(1)
    members: int = 1
    mandatory: bool = True
    weight: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class CountRule:
    """At least `least`, at most `most` members have one of these types."""

    any_of: frozenset[str]
    least: int = 1
    most: int | None = None

    def holds(self, having: int, members: int) -> bool:
        """Whether so many members having one of the types, among all members, is right."""
        return self.least <= having and (self.most is None or having <= self.most)


@dataclass(frozen=True, slots=True)
class ShareRule:
    """Strictly more than a share of the members have one of these types."""

    any_of: frozenset[str]
    more_than: Fraction

    def holds(self, having: int, members: int) -> bool:
        """Whether so many members having one of the types, among all members, is right."""
        return having > self.more_than * members


TypeRule = CountRule | ShareRule


@dataclass(frozen=True, slots=True)
class Rules:
    """What the set must be: its size, its types, who is in, who is out, who never goes with whom, who may lead."""

    least: int = 2
    most: int = 8
    types: tuple[TypeRule, ...] = ()
    required: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    lead: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """Who could answer; `recent` counts its recent teams. One from `outside` is never a member, only a way out."""

    id: str
    types: frozenset[str] = frozenset()
    skills: Mapping[str, Fraction] = field(default_factory=dict)
    recent: int = 0
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """What two structures already do together (0 to 6), either way round; of several the highest counts."""

    a: str
    b: str
    level: int


@dataclass(frozen=True, slots=True)
class Call:
    """A call with all that could answer it."""

    requirements: tuple[Requirement, ...]
    structures: tuple[Structure, ...]
    ties: tuple[Tie, ...] = ()
    rules: Rules = Rules()
