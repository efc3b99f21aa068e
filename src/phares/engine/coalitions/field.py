"""Those who may still be in a team of a given worth, narrowed by bounds, and that team's rivals where they are few."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.listing import listed
from phares.engine.coalitions.pool import Pool
from phares.engine.coalitions.relaxation import Bound, Whole, by_size, by_ties
from phares.engine.coalitions.rows import rows


class Field:
    """The places and ties that a team of so many members and at least so much weight may hold; perhaps too many."""

    def __init__(self, pool: Pool, limits: Limits, members: int, weight: Fraction) -> None:
        self._pool, self._members = pool, members
        self._rows = rows(pool, limits, members, weight)
        self.places: list[int] = list(range(len(pool.inside)))
        self.levels = pool.levels
        self._by_ties: Bound | None = None
        self._by_size = by_size(pool, self._rows, members)
        if self._by_size is not None:
            self.places = self._by_size.leaves(self.places)
            self.levels = self._by_size.leaves_tied(self.places, self.levels)

    def narrow(self, ties: int) -> None:
        """Leave only what a team with at least so many ties may hold."""
        self._by_ties = by_ties(self._pool, self._rows, self.places, self.levels, self._members, ties)
        if self._by_ties is not None:
            self.places = self._by_ties.leaves(self.places)
            self.levels = self._by_ties.leaves_tied(self.places, self.levels)

    def promising(self, count: int) -> list[int]:
        """So many places that the bound of ties thinks the best of."""
        cost = self._by_ties.cost if self._by_ties is not None else [0] * len(self._pool.inside)
        return sorted(sorted(self.places, key=lambda place: (cost[place], place))[:count])

    def teams(self, places: Sequence[int] | None = None) -> Whole | None:
        """Every team among these places, or all, that the bounds do not close, a row each; none where too many."""
        bounds = [one for one in (self._by_size, self._by_ties) if one is not None]
        return listed(self._rows, bounds, self.places if places is None else places, self._members)
