"""Every team of a given worth, one by one, where few are possible: sooner than a search proves the best of them.

Teams grow member by member, all at once, in an order that puts first whoever has some of what fewest have: past them,
a team that still lacks it is closed. Closed too are the teams that a bound closes, and those that the members still
to come could not complete. Whether a team holds in the end is for the pool to say.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from phares.engine.coalitions.relaxation import Bound, Whole
from phares.engine.coalitions.rows import Row

_MOST_PLACES = 2_000
_MOST_GROWN = 1_800_000  # one to two seconds of work
_AT_ONCE = 1_000_000

Bits = NDArray[np.uint8]
"""For each team, who may join it: eight places to a byte."""


def listed(rows: Sequence[Row], bounds: Sequence[Bound], places: Sequence[int], members: int) -> Whole | None:
    """Every set of so many places that no bound and no row closes, a row each; none where they are too many."""
    if not members or len(places) < members:
        return np.zeros((0 if members else 1, members), dtype=np.int64)  # of nobody, one team
    if not bounds or len(places) > _MOST_PLACES:
        return None
    growth, teams = _Growth(rows, bounds, places), np.zeros((1, 0), dtype=np.int64)
    for still in range(members - 1, -1, -1):
        teams = growth.of_all(teams, still)
        if growth.left < 0:
            return None
    return np.sort(growth.order[teams], axis=1)


def _rarest_first(asked: Sequence[Row], places: Sequence[int]) -> list[int]:
    """Who has some of what fewest have, those with the most of it first; then of the next; then everybody else."""
    left, order = set(places), list[int]()
    for row in sorted(asked, key=lambda row: len(left & row.members.keys())):
        having = sorted(left & row.members.keys(), key=lambda place: (-row.members[place], place))
        order += having
        left -= set(having)
    return order + sorted(left)


class _Growth:
    """How teams take one more member each, later in the order.

    `left` counts down the longer teams still to be looked at; below 0, there are too many.
    """

    def __init__(self, rows: Sequence[Row], bounds: Sequence[Bound], places: Sequence[int]) -> None:
        asked = [row for row in rows if not row.optional and row.only_more and row.reach > 0]
        self.left = _MOST_GROWN
        self.order: Whole = np.array(_rarest_first(asked, places), dtype=np.int64)
        self._bounds = [one.among(self.order) for one in bounds]
        self._reach = np.array([row.reach for row in asked], dtype=np.int64)
        held = [[row.members.get(place, 0) for row in asked] for place in self.order.tolist()]
        self._held: Whole = np.array(held, dtype=np.int64).reshape(len(self.order), len(asked))
        self._together = self._pairs()

    def _pairs(self) -> Bits:
        """Who may be with whom of those later in the order."""
        count = np.arange(len(self.order))
        later: NDArray[np.bool_] = count > count[:, None]
        first, second = np.nonzero(later)
        later[first, second] = np.logical_and.reduce([one.fits(first[:, None], second) for one in self._bounds])
        return np.packbits(later, axis=1)

    def of_all(self, teams: Whole, still: int) -> Whole:
        """Every team with every member that may join it; so many others are still to come."""
        enough = [_who_brings(brought) for brought in self._brought(still).T]
        grown = [np.zeros((0, teams.shape[1] + 1), dtype=np.int64)]
        most = max(1, _AT_ONCE // len(self.order))
        for at in range(0, len(teams), most):
            some = teams[at : at + most]
            team, guest = np.nonzero(self._may_join(some, enough))
            self.left -= len(team)
            if self.left < 0:
                break
            for bound in self._bounds:
                fits = bound.fits(some, guest, team)
                team, guest = team[fits], guest[fits]
            grown.append(np.concatenate([some[team], guest[:, None]], axis=1))
        return np.concatenate(grown)

    def _brought(self, still: int) -> Whole:
        """The most that each place can bring of each row with so many of those after it in the order."""
        after = self._held[:0:-1]
        most = np.minimum(still * np.maximum.accumulate(after), np.add.accumulate(after))
        brought = self._held.copy()
        brought[:-1] += most[::-1]
        return brought

    def _may_join(self, teams: Whole, enough: Sequence[tuple[Whole, Bits]]) -> Bits:
        """Who may be with each member, and brings with those after it what the team lacks of each row."""
        lacking = self._reach - self._held[teams].sum(axis=1)
        who = np.full((len(teams), self._together.shape[1]), 255, dtype=np.uint8)
        for members in teams.T:
            who &= self._together[members]
        for (amounts, bringing), lack in zip(enough, lacking.T, strict=True):
            who &= bringing[np.searchsorted(amounts, lack)]
        return np.unpackbits(who, axis=1, count=len(self.order))


def _who_brings(brought: Whole) -> tuple[Whole, Bits]:
    """The different amounts brought, and for each who brings at least so much; then nobody, for what is above all."""
    amounts = np.unique(brought)
    at_least = brought >= np.append(amounts, amounts[-1] + 1)[:, None]
    return amounts, np.packbits(at_least, axis=1)
