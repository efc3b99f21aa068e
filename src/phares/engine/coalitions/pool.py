"""Those who may be members, by id, and the plain definitions: what a team covers, whether it holds, what it is worth.

A team is a set of places in the pool; the smaller the place, the smaller the id.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from phares.engine.coalitions.call import Call, CountRule, Requirement, Structure, TypeRule

Team = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Merit:
    """What a team is judged by, strictly in this order: most weight, fewest members, most ties, fewest recent teams."""

    weight: Fraction
    members: int
    ties: int
    recent: int

    @property
    def rank(self) -> tuple[Fraction, int, int, int]:
        """The smaller, the better."""
        return (-self.weight, self.members, -self.ties, self.recent)


class Pool:
    """The call as seen by those who may answer it, all in order of id."""

    def __init__(self, call: Call) -> None:
        self.rules = call.rules
        self.inside = sorted((one for one in call.structures if not one.outside), key=lambda one: one.id)
        self.outside = sorted((one for one in call.structures if one.outside), key=lambda one: one.id)
        self.requirements = sorted(call.requirements, key=lambda one: one.id)
        self.places = {one.id: place for place, one in enumerate(self.inside)}
        self.levels: list[dict[int, int]] = [{} for _ in self.inside]
        for tie in call.ties:
            if tie.a in self.places and tie.b in self.places and tie.level > 0:
                self._tie(self.places[tie.a], self.places[tie.b], tie.level)

    def _tie(self, a: int, b: int, level: int) -> None:
        self.levels[a][b] = self.levels[b][a] = max(level, self.levels[a].get(b, 0))

    def ids(self, team: Iterable[int]) -> tuple[str, ...]:
        """The ids of a team, in order."""
        return tuple(self.inside[place].id for place in sorted(team))

    @cached_property
    def optional(self) -> list[Requirement]:
        """The requirements that count for their weight."""
        return [one for one in self.requirements if not one.mandatory]

    @cached_property
    def mandatory(self) -> list[Requirement]:
        """The requirements that every team must cover."""
        return [one for one in self.requirements if one.mandatory]

    @cached_property
    def weight_scale(self) -> int:
        """What makes every weight of an optional requirement whole."""
        return math.lcm(1, *(one.weight.denominator for one in self.optional))

    def having(self, any_of: Collection[str]) -> list[int]:
        """The places of those that have one of these types."""
        return [place for place, one in enumerate(self.inside) if not one.types.isdisjoint(any_of)]

    def amounts(self, requirement: Requirement) -> dict[int, Fraction]:
        """Who has some of the required skill, and how much."""
        return self._amounts.get(requirement.skill, {})

    @cached_property
    def _amounts(self) -> dict[str, dict[int, Fraction]]:
        held: dict[str, dict[int, Fraction]] = {}
        for place, one in enumerate(self.inside):
            for skill, amount in one.skills.items():
                if amount > 0:
                    held.setdefault(skill, {})[place] = amount
        return held

    def covers(self, team: Iterable[int], requirement: Requirement) -> bool:
        """Whether the members have enough of the skill, and enough of them some of it."""
        held = [self.inside[place].skills.get(requirement.skill, Fraction(0)) for place in team]
        return sum(held) >= requirement.amount and sum(amount > 0 for amount in held) >= requirement.members

    def covered(self, team: Collection[int]) -> list[Requirement]:
        """The requirements that a team covers, by id."""
        return [one for one in self.requirements if self.covers(team, one)]

    def holds(self, team: Collection[int]) -> bool:
        """Whether every mandatory requirement and rule holds."""
        return self._rules_hold(team) and all(self.covers(team, one) for one in self.mandatory)

    def _rules_hold(self, team: Collection[int]) -> bool:
        rules, members = self.rules, [self.inside[place] for place in team]
        ids = {one.id for one in members}
        return (
            rules.least <= len(members) <= rules.most
            and all(rule.holds(_having(members, rule.any_of), len(members)) for rule in rules.types)
            and ids.issuperset(rules.required)
            and ids.isdisjoint(rules.excluded)
            and not any(ids.issuperset(pair) for pair in rules.apart)
            and (rules.lead is None or _having(members, rules.lead) > 0)
        )

    def strongest(self, place: int, team: Collection[int]) -> int:
        """The level of a member's strongest tie with another member; 0 without."""
        return max((level for other, level in self.levels[place].items() if other in team), default=0)

    def merit(self, team: Collection[int]) -> Merit:
        """What a team is judged by."""
        return Merit(
            sum((one.weight for one in self.optional if self.covers(team, one)), Fraction(0)),
            len(team),
            sum(self.strongest(place, team) for place in team),
            sum(self.inside[place].recent for place in team),
        )

    def rank(self, team: Team) -> tuple[object, ...]:
        """The whole order of merit, ids at last; the smaller, the better."""
        return (*self.merit(team).rank, team)


def _having(members: Iterable[Structure], any_of: Collection[str]) -> int:
    return sum(not one.types.isdisjoint(any_of) for one in members)


def content(rule: TypeRule) -> tuple[object, ...]:
    """What a type rule says, to put rules in an order that does not depend on the input's."""
    bounds = (rule.least, rule.most or -1) if isinstance(rule, CountRule) else (rule.more_than,)
    return (sorted(rule.any_of), type(rule).__name__, bounds)
