"""What narrows a search: who is set aside, and the earlier teams to differ from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from phares.engine.coalitions.pool import Team


@dataclass(frozen=True, slots=True)
class Limits:
    """Members set aside (`without`), and teams from which to differ by at least `apart_by` (1 - common / union)."""

    without: frozenset[int] = frozenset()
    earlier: tuple[Team, ...] = ()
    apart_by: Fraction = Fraction(0)

    def allow(self, team: Collection[int]) -> bool:
        """Whether a team is within these limits."""
        return self.without.isdisjoint(team) and all(self._far(set(team), set(one)) for one in self.earlier)

    def _far(self, team: set[int], other: set[int]) -> bool:
        return team != other and len(team ^ other) >= self.apart_by * len(team | other)

    def most_in_common(self, members: int, other: Team) -> int:
        """How many members a team of this size may have in common with an earlier one.

        With c in common: members + others - 2c >= apart_by (members + others - c).
        """
        common = (1 - self.apart_by) * (members + len(other)) / (2 - self.apart_by)
        same_size = members == len(other)
        return min(common.numerator // common.denominator, len(other) - 1 if same_size else len(other))
