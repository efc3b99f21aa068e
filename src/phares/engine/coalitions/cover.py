"""The whole answer to a call: the best team and distinct others, or what keeps the call closed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from phares.engine.coalitions.call import Call
from phares.engine.coalitions.conflict import Element, conflict
from phares.engine.coalitions.explain import Coalition, explained
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.patience import Patience
from phares.engine.coalitions.pool import Merit, Pool
from phares.engine.coalitions.search import Best, Search
from phares.engine.coalitions.unlock import Lock, locks

APART_BY = Fraction(34, 100)


@dataclass(frozen=True, slots=True)
class Answer:
    """Teams, best first; when there is none, what would unlock the call, or a smallest conflict. Cut short or not."""

    coalitions: tuple[Coalition, ...]
    unlock: tuple[Lock, ...]
    conflict: tuple[Element, ...]
    stopped: bool


def cover(call: Call, top: int = 3, apart_by: Fraction = APART_BY, seconds: float = 10) -> Answer:
    """The best team for a call, then the best of those that differ from every earlier one by `apart_by`, and so on.

    Every team is proven to be the best, unless `seconds` of search were not enough: it is then marked as such.
    """
    pool, patience = Pool(call), Patience(seconds)
    found = _answers(pool, top, apart_by, patience)
    if not found:
        closed = locks(pool)
        against = [] if closed or patience.stopped else conflict(pool, patience)
        return Answer((), tuple(closed), tuple(against), patience.stopped)
    found.sort(key=lambda best: pool.rank(best.team))  # a search cut short may have missed what a later one found
    without, unproven = _without_each(pool, found, patience)
    told = tuple(explained(pool, best, without, unproven) for best in found)
    return Answer(told, (), (), patience.stopped)


def _answers(pool: Pool, top: int, apart_by: Fraction, patience: Patience) -> list[Best]:
    found: list[Best] = []
    while len(found) < top:
        limits = Limits(earlier=tuple(best.team for best in found), apart_by=apart_by)
        with patience.part(_FIRST if not found else 1 / (top - len(found) + 1)) as lent:
            best = Search(pool, limits, lent, _ceiling(found)).best()
        if best is None:
            break
        found.append(best)
    return found


_FIRST = 0.6
"""The first answer may take more than half of the time; the others and the members' prices share what is left."""


def _ceiling(found: list[Best]) -> Merit | None:
    return found[0].merit if found and found[0].bound is None else None


def _without_each(pool: Pool, found: list[Best], patience: Patience) -> tuple[dict[int, Merit | None], list[int]]:
    """The merit of the best team without each member, and the members for whom it is not proven."""
    prices: dict[int, Merit | None] = {}
    unproven = []
    members = sorted({place for best in found for place in best.team})
    for done, place in enumerate(members):
        with patience.part(1 / (len(members) - done)) as lent:
            price = _price(pool, found, place, lent)
        prices[place] = price.merit if price is not None else None
        if lent.stopped or (price is not None and not price.proven):
            unproven.append(place)
    return prices, unproven


def _price(pool: Pool, found: list[Best], place: int, patience: Patience) -> Best | None:
    """The best team without one structure: the best of all where it is not a member, else sought anew."""
    if pool.inside[place].id in pool.rules.required:
        return None
    spared = [best for best in found if place not in best.team]
    if spared and found[0].bound is None and spared[0].merit == found[0].merit:
        return Best(spared[0].team, spared[0].merit, proven=True)
    start = tuple(one for one in found[0].team if one != place)
    return Search(pool, Limits(without=frozenset({place})), patience, _ceiling(found)).best(start, by_ids=False)
