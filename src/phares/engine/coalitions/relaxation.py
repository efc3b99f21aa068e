"""Bounds on what a team of a given worth can hold, by linear relaxations: who is set aside, alone or two together.

The linear program (HiGHS, in floating point) only proposes multipliers; the bound they give is worked out in whole
numbers, so that nobody is set aside by a rounding.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from phares.engine.coalitions.pool import Pool
from phares.engine.coalitions.rows import Row

_ONE = 1 << 20

Whole = NDArray[np.int64]
Levels = Sequence[dict[int, int]]


@dataclass(frozen=True, slots=True)
class Bound:
    """What a team may cost in all (`slack`) and what each place costs it: members that cost more are in no team.

    What they have of a row beyond its reach is of no use, and costs the row's multiplier as much again.
    """

    slack: int
    cost: Whole
    table: Whole
    reach: Whole
    multipliers: Whole

    def fits(self, teams: Whole, guests: Whole, joined: Whole | slice = slice(None)) -> NDArray[np.bool_]:
        """Whether a team may hold each guest too: teams by rows, and for each guest the row of the team it joins."""
        cost = self.cost[teams].sum(axis=1)[joined] + self.cost[guests]
        fits: NDArray[np.bool_] = cost <= self.slack
        sums = self.table[teams].sum(axis=1)[joined][fits]
        sums += self.table[guests[fits]]
        sums -= self.reach
        fits[fits] = cost[fits] + np.maximum(sums, 0, out=sums) @ self.multipliers <= self.slack
        return fits

    def among(self, places: Whole) -> Bound:
        """The same bound, told of these places only, in their order."""
        return Bound(self.slack, self.cost[places], self.table[places], self.reach, self.multipliers)

    def leaves(self, places: Sequence[int]) -> list[int]:
        """Who may still be in a team."""
        return [place for place in places if self.cost[place] <= self.slack]

    def leaves_tied(self, places: Collection[int], levels: Levels) -> list[dict[int, int]]:
        """The ties between two that one team may hold both of."""
        kept = set(places)
        pairs = [(a, b) for a in sorted(kept) for b in levels[a] if a < b and b in kept]
        left: list[dict[int, int]] = [{} for _ in levels]
        if pairs:
            first, second = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
            for (a, b), both in zip(pairs, self.fits(first[:, None], second).tolist(), strict=True):
                if both:
                    left[a][b] = left[b][a] = levels[a][b]
        return left


def by_size(pool: Pool, rows: Sequence[Row], members: int) -> Bound | None:
    """The bound of the number of members: what brings little of what the rows ask costs the more; none without one."""
    cost = np.array([_ONE] * len(pool.inside) + [0] * len(pool.optional), dtype=np.int64)
    return _bound(rows, cost, np.ones(len(cost), dtype=np.int64), members * _ONE, len(pool.inside))


def by_ties(
    pool: Pool, rows: Sequence[Row], places: Sequence[int], levels: Levels, members: int, ties: int
) -> Bound | None:
    """The bound of a sum of strongest ties of at least `ties`, among these places; none without one.

    One more column for each level that a place may reach, at most its member, at most those it reaches it with.
    """
    count, inside = len(pool.inside), set(places)
    gains = [0] * (count + len(pool.optional))
    reached = []
    for place in places:
        others = {other: level for other, level in levels[place].items() if other in inside}
        below, before = 0, place
        for level in sorted(set(others.values())):
            strong = {other: 1 for other, height in others.items() if height >= level}
            reached += [Row({before: 1, len(gains): -1}, 0, {}), Row({**strong, len(gains): -1}, 0, {})]
            before = len(gains)
            gains.append(level - below)
            below = level
    size = [Row(dict.fromkeys(places, 1), members, {}), Row(dict.fromkeys(places, -1), -members, {})]
    most = np.ones(len(gains), dtype=np.int64)
    most[[place for place in range(count) if place not in inside]] = 0
    return _bound([*rows, *size, *reached], -_ONE * np.array(gains, dtype=np.int64), most, -ties * _ONE, count)


def _bound(rows: Sequence[Row], cost: Whole, most: Whole, whole: int, count: int) -> Bound | None:
    """The bound that a cost of at most `whole` gives, each column being at most its `most`."""
    if not rows or not count:
        return None
    table, reach = _table(rows, count, len(cost)), np.array([row.reach for row in rows], dtype=np.int64)
    multipliers = _multipliers(table, reach, cost, most)
    if multipliers is None:
        return None
    reduced = cost - table.T @ multipliers
    floor = int(multipliers @ reach) + int((np.minimum(reduced, 0) * most).sum())
    only_more = [at for at, row in enumerate(rows) if multipliers[at] and row.only_more]
    dense = np.ascontiguousarray(table[only_more, :count].toarray().T)
    return Bound(whole - floor, np.maximum(reduced[:count], 0), dense, reach[only_more], multipliers[only_more])


def _multipliers(table: Any, reach: Whole, cost: Whole, most: Whole) -> Whole | None:
    """What a unit of each row is worth, at the optimum of the relaxation, as whole numbers of 2^-20."""
    from scipy.optimize import linprog  # loaded where it is used: half a second of every start

    bounds = np.stack([np.zeros(len(most)), most], axis=1)
    found = linprog(cost / _ONE, A_ub=-table.astype(float), b_ub=-reach.astype(float), bounds=bounds, method="highs")
    if found.status != 0:
        return None
    worth: Whole = np.rint(np.maximum(-found.ineqlin.marginals, 0) * _ONE).astype(np.int64)
    return worth


def _table(rows: Sequence[Row], count: int, width: int) -> Any:
    """The rows as a matrix; the optional requirements stand after the places, in the order of their ids."""
    ids = sorted({ident for row in rows for ident in row.optional})
    columns = {ident: count + at for at, ident in enumerate(ids)}
    entries = [
        (at, column, number)
        for at, row in enumerate(rows)
        for column, number in [*row.members.items(), *((columns[ident], n) for ident, n in row.optional.items())]
    ]
    at, column, number = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_matrix((np.array(number, dtype=np.int64), (at, column)), shape=(len(rows), width))
