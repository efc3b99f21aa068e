"""The call as a program of whole numbers for CP-SAT (OR-Tools): one worker, full linearisation, a fixed seed.

Whatever the size of the amounts, sums stay exact: those that could pass 64 bits are written in limbs, with carries.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from phares.engine.coalitions.call import CountRule, Requirement, TypeRule
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.patience import Patience
from phares.engine.coalitions.pool import Pool, Team

_LIMB = 1 << 40
_SEED = 2014
_EXACT = 1 << 50

Linear = Any
"""An expression of the solver over its variables (OR-Tools' own types are not exact)."""


def _solver() -> Any:
    """The solver, loaded where it is used: it weighs more than the rest of the engine."""
    from ortools.sat.python import cp_model

    return cp_model


class Program:
    """Variables and constraints for the teams of a pool, among the places that are kept."""

    def __init__(self, pool: Pool, kept: Iterable[int] | None = None) -> None:
        self.pool = pool
        self._cp = _solver()
        self.model = self._cp.CpModel()
        self.kept = sorted(range(len(pool.inside)) if kept is None else kept)
        self.joins = {place: self.model.new_bool_var("") for place in self.kept}
        self.size: Linear = sum(self.joins.values())
        self.covered = {one.id: self.model.new_bool_var("") for one in pool.optional}
        self._reached: list[tuple[int, frozenset[int], Linear]] = []

    def holds_all(self, limits: Limits) -> None:
        """Every mandatory requirement and rule, within the limits."""
        rules = self.pool.rules
        self._within(limits)
        for one in self.pool.requirements:
            self.covers(one, None if one.mandatory else self.covered[one.id])
        self.sized(rules.least, rules.most)
        for rule in rules.types:
            self.types(rule)
        for ident in rules.required:
            self.requires(ident)
        for ident in rules.excluded:
            self.excludes(ident)
        for pair in rules.apart:
            self.keeps_apart(pair)
        if rules.lead is not None:
            self.types(CountRule(rules.lead))

    def sized(self, least: int, most: int | None, when: Linear = None) -> None:
        """How many members there may be."""
        self._hold(self.size >= self._countable(least), when)
        if most is not None:
            self._hold(self.size <= self._countable(most), when)

    def covers(self, requirement: Requirement, when: Linear = None) -> None:
        """Enough of the skill, and enough members with some of it (where `when` is true)."""
        asked = requirement.amount
        held = {place: amount for place, amount in self.pool.amounts(requirement).items() if place in self.joins}
        self.at_least([(min(amount, asked), self.joins[place]) for place, amount in held.items()], asked, when)
        if requirement.members:
            self._hold(sum(self.joins[place] for place in held) >= self._countable(requirement.members), when)

    def types(self, rule: TypeRule, when: Linear = None) -> None:
        """A rule on the types of the members."""
        having = sum(self.joins[place] for place in self.pool.having(rule.any_of) if place in self.joins)
        if isinstance(rule, CountRule):
            self._hold(having >= self._countable(rule.least), when)
            if rule.most is not None:
                self._hold(having <= self._countable(rule.most), when)
        else:
            flags = dict.fromkeys(self.pool.having(rule.any_of), 1)
            over = rule.more_than.denominator
            terms = [(flags.get(place, 0) * over - rule.more_than.numerator, x) for place, x in self.joins.items()]
            self.at_least([(Fraction(number), x) for number, x in terms], Fraction(1), when)

    def requires(self, ident: str, when: Linear = None) -> None:
        """A structure that must be a member; one that cannot be makes this false."""
        joins = self.joins.get(self.pool.places.get(ident, -1))
        self._any([] if joins is None else [joins], when)

    def excludes(self, ident: str, when: Linear = None) -> None:
        """A structure that must not be a member."""
        self.keeps_apart((ident, ident), when)

    def keeps_apart(self, pair: tuple[str, str], when: Linear = None) -> None:
        """Two structures that are never members together."""
        places = [self.pool.places.get(one, -1) for one in pair]
        if self.joins.keys() >= set(places):
            self._any([~self.joins[place] for place in places], when)

    def _within(self, limits: Limits) -> None:
        """Nobody set aside; far enough from each earlier team: (1 - d)(members + others) >= (2 - d) common."""
        for place in limits.without & self.joins.keys():
            self.model.add(self.joins[place] == 0)
        for other in limits.earlier:
            common = frozenset(other)
            near = 1 - limits.apart_by
            terms = [(near - (2 - limits.apart_by) * (place in common), x) for place, x in self.joins.items()]
            self.at_least(terms, -near * len(other))
            if not (limits.apart_by and other) and common <= self.joins.keys():
                self.model.add_bool_or([~x if place in common else x for place, x in self.joins.items()])

    def at_least(self, terms: Sequence[tuple[Fraction, Linear]], rhs: Fraction, when: Linear = None) -> None:
        """A sum that reaches a number (where `when` is true)."""
        scale = math.lcm(rhs.denominator, *(number.denominator for number, _ in terms))
        whole = [(int(number * scale), x) for number, x in terms]
        self._hold(self.limbs(whole, -int(rhs * scale))[0] >= 0, when)

    def _countable(self, number: int) -> int:
        """A number of members, as far as it matters: however great, it is out of reach beyond all there are."""
        return min(number, len(self.pool.inside) + 1)

    def _any(self, literals: list[Linear], when: Linear) -> None:
        self.model.add_bool_or([*literals, *([] if when is None else [~when])])

    def _hold(self, constraint: Linear, when: Linear) -> None:
        if isinstance(constraint, bool):
            if not constraint:
                self._any([], when)
            return
        added = self.model.add(constraint)
        if when is not None:
            added.only_enforce_if(when)

    def limbs(self, terms: Sequence[tuple[int, Linear]], constant: int = 0) -> list[Linear]:
        """A sum as its limbs, the highest first, which alone has a sign: itself, where it fits."""
        numbers = [number for number, _ in terms]
        if sum(map(abs, numbers)) + abs(constant) < _LIMB:
            return [sum((number * x for number, x in terms), constant)]
        limbs, carry = [], 0
        while any(numbers) or constant:
            lowest = [_lowest(number) for number in numbers]
            limb = sum((digit * x for digit, (_, x) in zip(lowest, terms, strict=True)), _lowest(constant) + carry)
            digit = self.model.new_int_var(0, _LIMB - 1, "")
            carry = self.model.new_int_var(-len(terms) - 2, len(terms) + 2, "")
            self.model.add(limb == digit + _LIMB * carry)
            limbs.append(digit)
            numbers = [_rest(number) for number in numbers]
            constant = _rest(constant)
        return [carry, *reversed(limbs)]

    def ties(self, levels: Sequence[Mapping[int, int]]) -> Linear:
        """The sum of each member's strongest tie, to be made great: one variable a member and level it may reach."""
        total: Linear = 0
        for place, joins in self.joins.items():
            others = {other: level for other, level in levels[place].items() if other in self.joins}
            below = 0
            for level in sorted(set(others.values())):
                reached = self.model.new_bool_var("")
                self.model.add_implication(reached, joins)
                strong = frozenset(other for other, height in others.items() if height >= level)
                self.model.add_bool_or([*(self.joins[other] for other in sorted(strong)), ~reached])
                self._reached.append((place, strong, reached))
                total += (level - below) * reached
                below = level
        return total

    def weight(self) -> list[Linear]:
        """The weight of what is covered of the optional requirements, in limbs."""
        scale = self.pool.weight_scale
        return self.limbs([(int(one.weight * scale), self.covered[one.id]) for one in self.pool.optional])

    def recent(self) -> list[Linear]:
        """How many recent teams the members were in, in limbs."""
        return self.limbs([(self.pool.inside[place].recent, x) for place, x in self.joins.items()])

    def prefers_earlier(self, team: Team, merit: Linear) -> None:
        """Seek a team of this size that comes before this one by ids: the objective gains 1 when there is one.

        The merit, already proven, stays in it twice over: the solver prunes by it. An earlier team has the first
        members of this one, then somebody of a smaller id than the next.
        """
        ways, before = [], -1
        for position, member in enumerate(team):
            sooner = [self.joins[place] for place in range(before + 1, member) if place in self.joins]
            way = self.model.new_bool_var("")
            self.model.add_bool_or([*sooner, ~way])
            for kept in team[:position]:
                self.model.add_implication(way, self.joins[kept])
            ways.append(way)
            before = member
        self.model.add_at_most_one(ways)
        self.model.maximize(2 * merit + sum(ways))

    def prefers_early(self, places: range, merit: Linear) -> None:
        """Seek a team of the merit proven whose first member among these places comes as early as can be."""
        choices = [place for place in places if place in self.joins]
        chosen = {place: self.model.new_bool_var("") for place in choices}
        self.model.add_exactly_one(chosen.values())
        for place, first in chosen.items():
            self.model.add_implication(first, self.joins[place])
        late = sum(rank * chosen[place] for rank, place in enumerate(choices))
        self.model.maximize(merit * len(choices) - late)

    def settles(self, places: range, member: int) -> None:
        """Fix who among these places is in: one member and nobody else."""
        for place in places:
            if place in self.joins:
                self.model.add(self.joins[place] == (1 if place == member else 0))

    def hint(self, team: Team) -> None:
        """A team to start from, told in full: who is in, what is covered, which ties are reached."""
        self.model.clear_hints()
        members, covered = set(team), {one.id for one in self.pool.covered(team)}
        for place, x in self.joins.items():
            self.model.add_hint(x, place in members)
        for ident, x in self.covered.items():
            self.model.add_hint(x, ident in covered)
        for place, strong, x in self._reached:
            self.model.add_hint(x, place in members and not strong.isdisjoint(members))

    def flags(self, count: int) -> list[Linear]:
        """Variables that are true or false, for questions beside the teams."""
        return [self.model.new_bool_var("") for _ in range(count)]

    def raised(self, flags: Sequence[Linear], patience: Patience) -> set[int] | None:
        """Which of the flags are true at the best; none when nothing can be, or when patience ran out."""
        solver, status = self._run(patience)
        if status != self._cp.OPTIMAL:
            return None
        return {place for place, flag in enumerate(flags) if solver.boolean_value(flag)}

    def solve(self, patience: Patience) -> Solved:
        """Search a team as long as there is patience."""
        solver, status = self._run(patience)
        proven = status in (self._cp.OPTIMAL, self._cp.INFEASIBLE)
        if status not in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            return Solved(proven, bound=None if proven or solver is None else _bound(solver))
        team = tuple(place for place, x in self.joins.items() if solver.boolean_value(x))
        return Solved(proven, team, _bound(solver), round(solver.objective_value))

    def _run(self, patience: Patience) -> tuple[Any, Any]:
        """One solve, its seconds taken off; when it is cut short, patience is stopped."""
        if patience.is_over:
            patience.stopped = True
            return None, self._cp.UNKNOWN
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.random_seed = _SEED
        solver.parameters.max_time_in_seconds = patience.seconds
        status = solver.solve(self.model)
        patience.took(solver.wall_time)
        patience.stopped |= status not in (self._cp.OPTIMAL, self._cp.INFEASIBLE)
        return solver, status


@dataclass(frozen=True, slots=True)
class Solved:
    """A team, or none: when `proven`, it is the best or there is none; `bound` is what the objective cannot pass."""

    proven: bool
    team: Team | None = None
    bound: int | None = None
    value: int = 0


def _bound(solver: Any) -> int | None:
    """The bound of a solve that ended without proof, where it is a whole number that floating point keeps exact."""
    bound = solver.best_objective_bound
    return round(bound) if math.isfinite(bound) and abs(bound) < _EXACT else None


def _lowest(number: int) -> int:
    return number % _LIMB if number >= 0 else -(-number % _LIMB)


def _rest(number: int) -> int:
    return number // _LIMB if number >= 0 else -(-number // _LIMB)
