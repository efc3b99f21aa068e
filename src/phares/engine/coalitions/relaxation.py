"""Sets aside those that no team of a given worth can hold, by the reduced costs of a linear relaxation.

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
from scipy.optimize import linprog
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


def still_possible(pool: Pool, limits: Limits, members: int, weight: Fraction) -> list[int]:
    """The places that a team of so many members and at least so much weight may hold; perhaps a few too many."""
    count, ids = len(pool.inside), [one.id for one in pool.optional]
    rows = [row for row in _rows(pool, limits, members, weight) if _is_small(row)]
    if not rows or not count:
        return list(range(count))
    columns = {ident: count + place for place, ident in enumerate(ids)}
    table = _table(rows, columns, count + len(ids))
    reach = np.array([row.reach for row in rows], dtype=np.int64)
    cost = np.array([_ONE] * count + [0] * len(ids), dtype=np.int64)
    multipliers = _multipliers(table, reach, cost)
    if multipliers is None:
        return list(range(count))
    reduced = cost - table.T @ multipliers
    floor = int(multipliers @ reach) + int(np.minimum(reduced, 0).sum())
    with_each = floor + np.maximum(reduced[:count], 0)
    return [int(place) for place in np.flatnonzero(with_each <= members * _ONE)]


def _multipliers(table: Any, reach: Whole, cost: Whole) -> Whole | None:
    """What a unit of each row is worth, at the optimum of the relaxation, as whole numbers of 2^-20."""
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
