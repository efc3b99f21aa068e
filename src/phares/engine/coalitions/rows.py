"""What every team of a given worth holds to, as sums of whole numbers: what relaxations and lists work on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from phares.engine.coalitions.call import CountRule, Requirement, TypeRule
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.pool import Pool

_GREATEST = 1 << 30


@dataclass(frozen=True, slots=True)
class Row:
    """A sum over members (by place) and covered optional requirements (by id) that must reach a number."""

    members: Mapping[int, int]
    reach: int
    optional: Mapping[str, int]

    @property
    def only_more(self) -> bool:
        """Whether nobody takes anything away from the sum."""
        return min((*self.members.values(), *self.optional.values()), default=0) >= 0

    @property
    def is_small(self) -> bool:
        """Whether sums of it stay exact in 64 bits."""
        return max(map(abs, (self.reach, *self.members.values(), *self.optional.values()))) < _GREATEST


def rows(pool: Pool, limits: Limits, members: int, weight: Fraction) -> list[Row]:
    """What a team of so many members and at least so much weight holds to; enormous numbers are left out."""
    return [row for row in _rows(pool, limits, members, weight) if row.is_small]


def _rows(pool: Pool, limits: Limits, members: int, weight: Fraction) -> Iterator[Row]:
    total = sum((one.weight for one in pool.optional), Fraction(0))
    for requirement in pool.requirements:
        needed = requirement.mandatory or total - requirement.weight < weight
        yield from _skill_rows(pool, requirement, needed)
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


def _skill_rows(pool: Pool, requirement: Requirement, needed: bool) -> Iterator[Row]:
    """The requirement itself, then divided and rounded up: all that whole members can still make of it.

    One is `needed` that is mandatory, or without which the others do not make up the weight.
    """
    held = {place: min(amount, requirement.amount) for place, amount in pool.amounts(requirement).items()}
    scale = math.lcm(requirement.amount.denominator, *(amount.denominator for amount in held.values()))
    whole, asked = {place: int(amount * scale) for place, amount in held.items()}, int(requirement.amount * scale)
    yield _skill_row(requirement, dict.fromkeys(held, 1), requirement.members, needed)
    for divisor in sorted({1, *whole.values()})[:_DIVISORS]:
        if divisor:
            divided = {place: -(-amount // divisor) for place, amount in whole.items()}
            yield _skill_row(requirement, divided, -(-asked // divisor), needed)


_DIVISORS = 8


def _skill_row(requirement: Requirement, held: Mapping[int, int], asked: int, needed: bool) -> Row:
    return Row(held, asked, {}) if needed else Row(held, 0, {requirement.id: -asked})


def _type_rows(pool: Pool, rule: TypeRule, members: int) -> Iterator[Row]:
    having = pool.having(rule.any_of)
    if isinstance(rule, CountRule):
        yield Row(dict.fromkeys(having, 1), rule.least, {})
        if rule.most is not None:
            yield Row(dict.fromkeys(having, -1), -rule.most, {})
    else:
        more = rule.more_than * members
        yield Row(dict.fromkeys(having, 1), more.numerator // more.denominator + 1, {})
