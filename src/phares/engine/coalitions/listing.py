"""Every team of a given worth, one by one, where few are possible: sooner than a search proves the best of them.

Teams grow member by member, all at once; those that a bound closes, or that the members still to come could not
complete, are left. Whether a team holds in the end is for the pool to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from phares.engine.coalitions.pool import Team
from phares.engine.coalitions.relaxation import Bound, Whole
from phares.engine.coalitions.rows import Row

_MOST_PLACES = 2_000
_MOST_GROWN = 1_800_000  # about a second of work
_AT_ONCE = 400_000
_NEAR_THE_END = 2  # with more members to come, what is lacking seldom closes a team


def listed(rows: Sequence[Row], bounds: Sequence[Bound], places: Sequence[int], members: int) -> list[Team] | None:
    """Every set of so many places that no bound and no row closes; none where there are too many to go through."""
    if not members:
        return [()]
    if not bounds or len(places) > _MOST_PLACES:
        return None
    growth, teams = _Growth(rows, bounds, places), np.arange(len(places), dtype=np.int64)[:, None]
    for still in range(members - 2, -1, -1):
        if growth.left < 0:
            return None
        teams = growth.of_all(teams, still)
    return [tuple(sorted(team)) for team in growth.order[teams].tolist()] if growth.left >= 0 else None


class _Growth:
    """How teams take one more member each, later in an order: those who cost the most first.

    `left` counts down the longer teams still to be looked at; below 0, there are too many.
    """

    def __init__(self, rows: Sequence[Row], bounds: Sequence[Bound], places: Sequence[int]) -> None:
        cost = np.sum([one.cost for one in bounds], axis=0)
        self.left = _MOST_GROWN
        self.order: Whole = np.array(sorted(places, key=lambda place: (-cost[place], place)), dtype=np.int64)
        self._bounds = [one.among(self.order) for one in bounds]
        asked = [row for row in rows if not row.optional and row.only_more]
        self._reach = np.array([row.reach for row in asked], dtype=np.int64)
        held = [[row.members.get(place, 0) for row in asked] for place in self.order.tolist()]
        self._held: Whole = np.array(held, dtype=np.int64).reshape(len(self.order), len(asked))
        self._together = self._pairs()

    def _pairs(self) -> NDArray[np.bool_]:
        """Who may be with whom of those later in the order."""
        count = np.arange(len(self.order))
        later: NDArray[np.bool_] = count > count[:, None]
        first, second = np.nonzero(later)
        later[first, second] = np.logical_and.reduce([one.fits(first[:, None], second) for one in self._bounds])
        return later

    def of_all(self, teams: Whole, still: int) -> Whole:
        """Every team with every member that may join it; so many others are still to come."""
        grown = [self._of(some, team, guest, still) for some, team, guest in list(self._guests(teams))]
        return np.concatenate([np.zeros((0, teams.shape[1] + 1), dtype=np.int64), *grown])

    def _guests(self, teams: Whole) -> Iterator[tuple[Whole, Whole, Whole]]:
        """Some teams at a time, each with every guest that goes with each member, as long as they are not too many."""
        most = max(1, _AT_ONCE // max(1, len(self.order)))
        for at in range(0, len(teams), most):
            some = teams[at : at + most]
            together = np.logical_and.reduce([self._together[members] for members in some.T])
            team, guest = np.nonzero(together)
            self.left -= len(team)
            if self.left < 0:
                return
            yield some, team, guest

    def _of(self, teams: Whole, team: Whole, guest: Whole, still: int) -> Whole:
        if self.left < 0:
            return np.zeros((0, teams.shape[1] + 1), dtype=np.int64)
        for bound in self._bounds:
            fits = bound.fits(teams, guest, team)
            team, guest = team[fits], guest[fits]
        if still > _NEAR_THE_END:
            return np.concatenate([teams[team], guest[:, None]], axis=1)
        lacking = (self._reach - self._held[teams].sum(axis=1))[team] - self._held[guest]
        can = (lacking <= still * self._held.max(axis=0)).all(axis=1)
        return np.concatenate([teams[team[can]], guest[can, None]], axis=1)
