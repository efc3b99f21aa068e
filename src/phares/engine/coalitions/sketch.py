"""The value of many teams at a glance, in rounded numbers: what the quick answer steers by, never a proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from phares.engine.coalitions.call import CountRule, Requirement
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.pool import Pool, Team

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
_LACK, _WEIGHT, _MEMBER = 1e9, 1e6, 1e3


@dataclass(frozen=True, slots=True)
class Guests:
    """Two places to add to a team, column by column (twice the same for one alone), and the level between them."""

    first: Places
    second: Places
    level: Numbers

    @property
    def count(self) -> int:
        """How many columns."""
        return len(self.first)


class Columns:
    """A team with each pair of guests in turn: sums over its members, column by column."""

    def __init__(self, team: Team, guests: Guests, size: int) -> None:
        self.members, self.guests = list(team), guests
        inside = np.zeros(size, dtype=bool)
        inside[self.members] = True
        self.first_is_new = (~inside[guests.first]).astype(float)
        self.second_is_new = (~inside[guests.second] & (guests.first != guests.second)).astype(float)
        self.size: Numbers = len(team) + self.first_is_new + self.second_is_new

    def sums(self, rows: Numbers) -> Numbers:
        """The sums of rows over the members, guests included."""
        new = rows[..., self.guests.first] * self.first_is_new + rows[..., self.guests.second] * self.second_is_new
        total: Numbers = rows[..., self.members].sum(axis=-1)[..., None] + new
        return total


class Sketch:
    """What a team lacks and is worth, by a single number: the greater, the better."""

    def __init__(self, pool: Pool, limits: Limits) -> None:
        self._pool, self._limits = pool, limits
        self._parts = np.array([self._shares(one) for one in pool.requirements]).reshape(-1, len(pool.inside))
        self._some = (self._parts > 0).astype(float)
        self._asked = np.array([one.members for one in pool.requirements], dtype=float)[:, None]
        total = sum((one.weight for one in pool.optional), Fraction(0)) or Fraction(1)
        weights = [0.0 if one.mandatory else float(one.weight / total) for one in pool.requirements]
        self._weights = np.array(weights)[:, None]
        self._mandatory = np.array([float(one.mandatory) for one in pool.requirements])[:, None]
        lead = [] if pool.rules.lead is None else [CountRule(pool.rules.lead)]
        self._types = [(rule, self._flags(pool.having(rule.any_of))) for rule in (*pool.rules.types, *lead)]
        most = max((one.recent for one in pool.inside), default=0) or 1
        self._recent = np.array([one.recent / most for one in pool.inside]) / 1000
        self._barred = self._flags(limits.without) + self._flags(self._known(pool.rules.excluded))
        self._required = self._flags(self._known(pool.rules.required))
        self._apart = [self._flags(self._known(pair)) for pair in pool.rules.apart]
        self._earlier = [self._flags(team) for team in limits.earlier]
        places = np.arange(len(pool.inside))
        self.singles = Guests(places, places, np.zeros(len(places)))
        self.pairs = self._tied_pairs()

    def _shares(self, requirement: Requirement) -> Numbers:
        held, asked = self._pool.amounts(requirement), requirement.amount
        share = {amount: max(float(min(amount, asked) / asked), 1e-9) if asked else 1.0 for amount in {*held.values()}}
        shares = np.zeros(len(self._pool.inside))
        for place, amount in held.items():
            shares[place] = share[amount]
        return shares

    def _flags(self, places: Iterable[int]) -> Numbers:
        flags = np.zeros(len(self._pool.inside))
        flags[list(places)] = 1.0
        return flags

    def _known(self, ids: Iterable[str]) -> list[int]:
        return [self._pool.places[one] for one in ids if one in self._pool.places]

    def _tied_pairs(self) -> Guests:
        tied = [(a, b, level) for a, others in enumerate(self._pool.levels) for b, level in others.items() if a < b]
        first, second, level = (np.array(column) for column in zip(*tied, strict=True)) if tied else (np.zeros(0),) * 3
        return Guests(first.astype(np.int64), second.astype(np.int64), level.astype(float))

    def values(self, team: Team, guests: Guests) -> Numbers:
        """The value of the team with each pair of guests in turn."""
        columns = Columns(team, guests, len(self._pool.inside))
        gaps = np.maximum(0.0, 1.0 - 1e-12 - columns.sums(self._parts))
        gaps += np.maximum(0.0, self._asked - columns.sums(self._some))
        lack = (gaps * self._mandatory).sum(axis=0) + self._broken(columns)
        covered = ((gaps <= 0) * self._weights).sum(axis=0)
        value: Numbers = -_LACK * lack + _WEIGHT * covered - _MEMBER * columns.size
        return value + self._ties(columns) - columns.sums(self._recent)

    def _broken(self, columns: Columns) -> Numbers:
        """By how much the rules and limits are broken."""
        rules = self._pool.rules
        lack: Numbers = np.maximum(0.0, rules.least - columns.size) * 1e-3
        lack = lack + np.maximum(0.0, columns.size - rules.most) * 3
        for rule, flags in self._types:
            having = columns.sums(flags)
            if isinstance(rule, CountRule):
                lack += np.maximum(0.0, rule.least - having)
                lack += 0.0 if rule.most is None else np.maximum(0.0, having - rule.most)
            else:
                lack += np.maximum(0.0, float(rule.more_than) * columns.size - having + 1e-3)
        lack += self._required.sum() - columns.sums(self._required) + 5 * columns.sums(self._barred)
        for pair in self._apart:
            lack += np.maximum(0.0, columns.sums(pair) - 1)
        return lack + self._too_near(columns)

    def _too_near(self, columns: Columns) -> Numbers:
        near, apart_by = np.zeros(columns.guests.count), float(self._limits.apart_by)
        for other in self._earlier:
            common = columns.sums(other)
            union = columns.size + other.sum() - common
            near += np.maximum(0.0, apart_by * union - (union - common))
        return near

    def _ties(self, columns: Columns) -> Numbers:
        """The sum of strongest ties, but that two guests tied to one member are counted as if it gained from both."""
        gain, own = np.zeros(len(self._pool.inside)), np.zeros(len(self._pool.inside))
        now, inside = 0, set(columns.members)
        for one in columns.members:
            strongest = self._pool.strongest(one, inside)
            now += strongest
            for other, height in self._pool.levels[one].items():
                gain[other] += max(0, height - strongest)
                own[other] = max(own[other], height)
        first, second, level = columns.guests.first, columns.guests.second, columns.guests.level
        both = level * columns.first_is_new * columns.second_is_new
        added: Numbers = (gain[first] + np.maximum(own[first], both)) * columns.first_is_new
        added += (gain[second] + np.maximum(own[second], both)) * columns.second_is_new
        total: Numbers = added + now
        return total
