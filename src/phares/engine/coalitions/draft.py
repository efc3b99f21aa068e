"""A first answer, quickly: add the best member, then exchange one or two at a time as long as it helps.

It is the hint of the exact search, and what the search is never worse than. Whether a team holds, and which of two
is better, is judged exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.pool import Pool, Team
from phares.engine.coalitions.sketch import Guests, Sketch

_MOST_ROUNDS = 60
_MOST_COLUMNS = 2_000_000


def draft(pool: Pool, limits: Limits, start: Team = ()) -> Team | None:
    """A team that holds, within the limits, or nothing where the quick way finds none."""
    if not pool.inside:
        return () if pool.holds(()) and limits.allow(()) else None
    sketch = Sketch(pool, limits)
    team, value = start, -np.inf
    columns = 0
    for _ in range(_MOST_ROUNDS):
        better, best = _best_step(sketch, sketch.singles, team, 1)
        if best <= value + 1e-9 and columns < _MOST_COLUMNS:
            better, best = _best_step(sketch, sketch.pairs, team, 2)
            columns += (len(team) + 1) ** 2 // 2 * sketch.pairs.count
        if best <= value + 1e-9:
            break
        team, value = better, best
    return team if pool.holds(team) and limits.allow(team) else None


def _best_step(sketch: Sketch, guests: Guests, team: Team, most_gone: int) -> tuple[Team, float]:
    """The best of guests joining, so many members at most leaving; its value worked out alone, once joined."""
    best: tuple[float, Team] = (-np.inf, team)
    for base in _less(team, most_gone):
        values = sketch.values(base, guests)
        if values.size and values.max() > best[0]:
            place = int(values.argmax())
            joined = tuple(sorted({*base, int(guests.first[place]), int(guests.second[place])}))
            best = (float(values[place]), joined)
    if not best[1]:
        return best[1], best[0]
    alone = Guests(np.array(best[1][:1]), np.array(best[1][:1]), np.zeros(1))
    return best[1], float(sketch.values(best[1], alone)[0])


def _less(team: Team, most_gone: int) -> Iterator[Team]:
    for gone in range(min(most_gone, len(team)) + 1):
        yield from combinations(team, len(team) - gone)
