"""Many teams of one size, in order of merit, worked out all at once."""

from __future__ import annotations

import numpy as np

from phares.engine.coalitions.pool import Pool, Team
from phares.engine.coalitions.relaxation import Whole


def ranked(pool: Pool, teams: Whole) -> list[Team]:
    """Teams (a row of places each, in order) by most ties, then fewest recent teams, then ids: weight is left aside."""
    recent = np.array([one.recent for one in pool.inside], dtype=object)[teams].sum(axis=1)  # exact, however great
    rows = zip((-_ties(pool, teams)).tolist(), recent.tolist(), map(tuple, teams.tolist()), strict=True)
    return [team for _, _, team in sorted(rows)]


def _ties(pool: Pool, teams: Whole) -> Whole:
    """For each team, the sum of each member's strongest tie with another."""
    places, at = np.unique(teams, return_inverse=True)
    column = {place: number for number, place in enumerate(places.tolist())}
    levels = np.zeros((len(places), len(places)), dtype=np.int64)
    for place, row in column.items():
        for other, level in pool.levels[place].items():
            if other in column:
                levels[row, column[other]] = level
    total, at = np.zeros(len(teams), dtype=np.int64), at.reshape(teams.shape)
    for member in at.T:
        total += levels[member[:, None], at].max(axis=1)
    return total
