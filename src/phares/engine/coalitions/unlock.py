"""What closes a call by itself: a requirement or a type rule that nobody inside can meet, and who outside has some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from phares.engine.coalitions.call import CountRule, Requirement, ShareRule, TypeRule
from phares.engine.coalitions.pool import Pool, content


@dataclass(frozen=True, slots=True)
class Missing:
    """What is lacking: an amount of the skill, members who have some of it, structures of the types or of others."""

    amount: Fraction = Fraction(0)
    members: int = 0
    structures: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class Lock:
    """What cannot be met even alone, with the rules of size; `by` are the outside structures that have some of it."""

    of: Requirement | TypeRule
    missing: Missing
    by: tuple[str, ...]


def locks(pool: Pool) -> list[Lock]:
    """Every mandatory requirement, by id, then every type rule that cannot be met even alone."""
    found = [_of_requirement(pool, one) for one in pool.mandatory]
    found += [_of_rule(pool, one) for one in sorted(pool.rules.types, key=content)]
    return [one for one in found if one is not None]


def _of_requirement(pool: Pool, asked: Requirement) -> Lock | None:
    inside = len(pool.inside)
    held = sorted(pool.amounts(asked).values(), reverse=True)[: pool.rules.most]
    missing = Missing(
        amount=max(Fraction(0), asked.amount - sum(held)),
        members=max(0, asked.members - len(held)),
        structures=max(0, pool.rules.least - min(inside, pool.rules.most)),
    )
    by = tuple(one.id for one in pool.outside if one.skills.get(asked.skill, 0) > 0)
    return None if missing == Missing() else Lock(asked, missing, by)


def _of_rule(pool: Pool, rule: TypeRule) -> Lock | None:
    having = len(pool.having(rule.any_of))
    others = len(pool.inside) - having
    if _can_hold(pool, rule, having, others):
        return None
    by = tuple(one.id for one in pool.outside if not one.types.isdisjoint(rule.any_of))
    structures = _fewest(pool, lambda more: _can_hold(pool, rule, having + more, others))
    newcomers = _fewest(pool, lambda more: _can_hold(pool, rule, having, others + more))
    if structures is not None and (newcomers is None or structures <= newcomers):
        return Lock(rule, Missing(structures=structures), by)
    if newcomers is not None:
        return Lock(rule, Missing(others=newcomers), by)
    short = max(0, rule.least - having) if isinstance(rule, CountRule) else 0
    return Lock(rule, Missing(structures=short), by)


def _fewest(pool: Pool, enough: Callable[[int], bool]) -> int | None:
    """The fewest more that are enough, of as many as a team may have; none where they never are.

    One more never hurts, so that halving finds it, however great the numbers asked.
    """
    low, high = 1, pool.rules.most
    if high < low or not enough(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle + 1, high)
    return low


def _can_hold(pool: Pool, rule: TypeRule, having: int, others: int) -> bool:
    """Whether some number of members, so many of them having one of the types, is right by this rule and the sizes."""
    least, most = pool.rules.least, min(pool.rules.most, having + others)
    if isinstance(rule, ShareRule):
        size = max(least, 1)  # the fewest members leave the greatest share
        return size <= most and rule.holds(min(size, having), size)
    chosen = having if rule.most is None else min(having, rule.most)
    return rule.least <= chosen and max(least, rule.least) <= min(most, chosen + others)
