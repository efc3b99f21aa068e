"""Sets aside those that no team of a given worth can hold, alone or two together, by a linear relaxation.

The linear program (HiGHS, in floating point) only proposes multipliers; the bound they give is worked out in whole
numbers, so that nobody is set aside by a rounding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from phares.engine.coalitions.call import CountRule, Requirement, TypeRule
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.pool import Pool

_ONE = 1 << 20
_GREATEST = 1 << 30

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Row:
    """A sum over members (by place) and covered optional requirements (by id) that must reach a number."""

    members: Mapping[int, int]
    reach: int
    optional: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Possible:
    """Who may still be in, and with whom: for each place, its ties to those it may be in with."""

    places: list[int]
    levels: list[dict[int, int]]


def still_possible(pool: Pool, limits: Limits, members: int, weight: Fraction) -> Possible:
    """What a team of so many members and at least so much weight may hold; perhaps a little too much."""
    count, ids = len(pool.inside), [one.id for one in pool.optional]
    rows = [row for row in _rows(pool, limits, members, weight) if _is_small(row)]
    if not rows or not count:
        return Possible(list(range(count)), pool.levels)
    columns = {ident: count + place for place, ident in enumerate(ids)}
    table = _table(rows, columns, count + len(ids))
    reach = np.array([row.reach for row in rows], dtype=np.int64)
    cost = np.array([_ONE] * count + [0] * len(ids), dtype=np.int64)
    multipliers = _multipliers(table, reach, cost)
    if multipliers is None:
        return Possible(list(range(count)), pool.levels)
    reduced = cost - table.T @ multipliers
    floor = int(multipliers @ reach) + int(np.minimum(reduced, 0).sum())
    room = members * _ONE - floor - np.maximum(reduced[:count], 0)
    places = [int(place) for place in np.flatnonzero(room >= 0)]
    only_more = [
        at for at, row in enumerate(rows) if min((*row.members.values(), *row.optional.values()), default=0) >= 0
    ]
    beyond = _Beyond(table.toarray()[only_more, :count], reach[only_more], multipliers[only_more])
    return Possible(places, _together(pool, set(places), room, members * _ONE - floor, beyond))


@dataclass(frozen=True, slots=True)
class _Beyond:
    """What two members have of a row beyond its reach is of no use, and costs a team that much."""

    table: Whole
    reach: Whole
    multipliers: Whole

    def cost(self, first: Whole, second: Whole) -> Whole:
        """The cost of each pair."""
        over = self.table[:, first] + self.table[:, second] - self.reach[:, None]
        cost: Whole = self.multipliers @ np.maximum(over, 0)
        return cost


def _together(pool: Pool, places: set[int], room: Whole, whole: int, beyond: _Beyond) -> list[dict[int, int]]:
    """The ties between two that one team may hold both of."""
    pairs = [(a, b) for a in sorted(places) for b in pool.levels[a] if a < b and b in places]
    levels: list[dict[int, int]] = [{} for _ in pool.inside]
    if pairs:
        first, second = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
        fits = room[first] + room[second] - whole >= beyond.cost(first, second)
        for (a, b), both in zip(pairs, fits.tolist(), strict=True):
            if both:
                levels[a][b] = levels[b][a] = pool.levels[a][b]
    return levels


def _multipliers(table: Any, reach: Whole, cost: Whole) -> Whole | None:
    """What a unit of each row is worth, at the optimum of the relaxation, as whole numbers of 2^-20."""
    from scipy.optimize import linprog  # loaded where it is used: half a second of every start

    found = linprog(cost / _ONE, A_ub=-table.astype(float), b_ub=-reach.astype(float), bounds=(0, 1), method="highs")
    if found.status != 0:
        return None
    worth: Whole = np.rint(np.maximum(-found.ineqlin.marginals, 0) * _ONE).astype(np.int64)
    return worth


def _is_small(row: Row) -> bool:
    return max(map(abs, (row.reach, *row.members.values(), *row.optional.values()))) < _GREATEST


def _table(rows: Sequence[Row], columns: Mapping[str, int], width: int) -> Any:
    entries = [
        (at, column, number)
        for at, row in enumerate(rows)
        for column, number in [*row.members.items(), *((columns[ident], n) for ident, n in row.optional.items())]
    ]
    at, column, number = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_matrix((np.array(number, dtype=np.int64), (at, column)), shape=(len(rows), width))


def _rows(pool: Pool, limits: Limits, members: int, weight: Fraction) -> Iterator[Row]:
    for requirement in pool.requirements:
        yield from _skill_rows(pool, requirement)
    scale = pool.weight_scale
    yield Row({}, int(weight * scale), {one.id: int(one.weight * scale) for one in pool.optional})
    for rule in pool.rules.types:
        yield from _type_rows(pool, rule, members)
    if pool.rules.lead is not None:
        yield from _type_rows(pool, CountRule(pool.rules.lead), members)
    for ident in pool.rules.required:
        yield Row({pool.places[ident]: 1} if ident in pool.places else {}, 1, {})
    barred = {pool.places[one] for one in pool.rules.excluded if one in pool.places} | limits.without
    if barred:
        yield Row(dict.fromkeys(barred, -1), 0, {})
    for other in limits.earlier:
        yield Row(dict.fromkeys(other, -1), -limits.most_in_common(members, other), {})


def _skill_rows(pool: Pool, requirement: Requirement) -> Iterator[Row]:
    """The requirement itself, then divided and rounded up: all that whole members can still make of it."""
    held = {place: min(amount, requirement.amount) for place, amount in pool.amounts(requirement).items()}
    scale = math.lcm(requirement.amount.denominator, *(amount.denominator for amount in held.values()))
    whole, asked = {place: int(amount * scale) for place, amount in held.items()}, int(requirement.amount * scale)
    yield _skill_row(requirement, dict.fromkeys(held, 1), requirement.members)
    for divisor in sorted({1, *whole.values()})[:_DIVISORS]:
        if divisor:
            divided = {place: -(-amount // divisor) for place, amount in whole.items()}
            yield _skill_row(requirement, divided, -(-asked // divisor))


_DIVISORS = 8


def _skill_row(requirement: Requirement, held: Mapping[int, int], asked: int) -> Row:
    return Row(held, asked, {}) if requirement.mandatory else Row(held, 0, {requirement.id: -asked})


def _type_rows(pool: Pool, rule: TypeRule, members: int) -> Iterator[Row]:
    having = pool.having(rule.any_of)
    if isinstance(rule, CountRule):
        yield Row(dict.fromkeys(having, 1), rule.least, {})
        if rule.most is not None:
            yield Row(dict.fromkeys(having, -1), -rule.most, {})
    else:
        more = rule.more_than * members
        yield Row(dict.fromkeys(having, 1), more.numerator // more.denominator + 1, {})
