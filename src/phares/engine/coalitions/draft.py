"""A first answer, quickly: add the best member, then exchange members one for one as long as it helps.

It is the hint of the exact search, and what the search is never worse than. Numbers are rounded here; whether a team
holds is judged exactly afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phares.engine.coalitions.call import CountRule, Requirement
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.pool import Pool, Team

Numbers = NDArray[np.float64]
_MOST_ROUNDS = 60
_LACK, _WEIGHT, _MEMBER, _TIE = 1e9, 1e6, 1e3, 1.0


class Sketch:
    """Values of a team with one more member, whoever that is, all at once: the greater, the better."""

    def __init__(self, pool: Pool, limits: Limits) -> None:
        self._pool, self._limits = pool, limits
        self._parts = np.array([self._shares(one) for one in pool.requirements]).reshape(-1, len(pool.inside))
        self._asked = np.array([one.members for one in pool.requirements], dtype=float)[:, None]
        total = sum((one.weight for one in pool.optional), Fraction(0))
        self._weights = np.array(
            [0.0 if one.mandatory or not total else float(one.weight / total) for one in pool.requirements]
        )[:, None]
        self._mandatory = np.array([one.mandatory for one in pool.requirements], dtype=bool)[:, None]
        self._types = [(rule, self._flags(pool.having(rule.any_of))) for rule in pool.rules.types]
        lead = pool.rules.lead
        if lead is not None:
            self._types.append((CountRule(lead), self._flags(pool.having(lead))))
        most = max((one.recent for one in pool.inside), default=0) or 1
        self._recent = np.array([one.recent / most for one in pool.inside]) / 1000
        self._barred = self._flags(limits.without) + self._flags(self._known(pool.rules.excluded))
        self._required = self._known(pool.rules.required)

    def _shares(self, requirement: Requirement) -> Numbers:
        held, asked = self._pool.amounts(requirement), requirement.amount
        shares = np.zeros(len(self._pool.inside))
        for place, amount in held.items():
            shares[place] = max(float(min(amount, asked) / asked), 1e-9) if asked else 1.0
        return shares

    def _flags(self, places: Iterable[int]) -> Numbers:
        flags = np.zeros(len(self._pool.inside))
        flags[list(places)] = 1.0
        return flags

    def _known(self, ids: Iterable[str]) -> list[int]:
        return [self._pool.places[one] for one in ids if one in self._pool.places]

    def with_each(self, team: Team) -> Numbers:
        """The value of the team with each structure in turn; one that is in already adds nothing."""
        members = list(team)
        new = 1.0 - self._flags(team)
        lack = self._lack_of_skills(members, new) + self._lack_of_rules(members, new)
        kept = self._required_out(members)
        lack += np.maximum(0.0, kept - self._flags(self._required) * new) + 5 * self._barred * new
        size = len(members) + new
        value: Numbers = -_LACK * lack - _MEMBER * size + self._worth(members, new) + self._ties(members, new)
        return value

    def _sums(self, members: list[int], new: Numbers) -> tuple[Numbers, Numbers]:
        parts = self._parts
        amounts = parts[:, members].sum(axis=1, keepdims=True) + parts * new
        counts = (parts[:, members] > 0).sum(axis=1, keepdims=True) + (parts > 0) * new
        return amounts, counts

    def _gaps(self, members: list[int], new: Numbers) -> Numbers:
        amounts, counts = self._sums(members, new)
        return np.maximum(0.0, 1.0 - 1e-12 - amounts) + np.maximum(0.0, self._asked - counts)

    def _lack_of_skills(self, members: list[int], new: Numbers) -> Numbers:
        lack: Numbers = (self._gaps(members, new) * self._mandatory).sum(axis=0)
        return lack

    def _worth(self, members: list[int], new: Numbers) -> Numbers:
        covered: Numbers = ((self._gaps(members, new) <= 0) * self._weights).sum(axis=0)
        worth: Numbers = _WEIGHT * covered
        return worth

    def _required_out(self, members: list[int]) -> float:
        return float(len(set(self._required) - set(members)))

    def _lack_of_rules(self, members: list[int], new: Numbers) -> Numbers:
        rules, size = self._pool.rules, len(members) + new
        lack = np.maximum(0.0, rules.least - size) * 1e-3 + np.maximum(0.0, size - rules.most) * 3
        for rule, flags in self._types:
            having = flags[members].sum() + flags * new
            if isinstance(rule, CountRule):
                lack += np.maximum(0.0, rule.least - having)
                lack += np.maximum(0.0, having - (size if rule.most is None else rule.most))
            else:
                lack += np.maximum(0.0, float(rule.more_than) * size - having + 1e-3)
        for a, b in rules.apart:
            pair = self._flags(self._known((a, b)))
            lack += np.maximum(0.0, pair[members].sum() + pair * new - 1)
        near: Numbers = lack + self._too_near(members, new)
        return near

    def _too_near(self, members: list[int], new: Numbers) -> Numbers:
        near, apart_by = np.zeros(len(self._pool.inside)), float(self._limits.apart_by)
        for other in self._limits.earlier:
            flags = self._flags(other)
            common = flags[members].sum() + flags * new
            union = len(members) + new + len(other) - common
            near += np.maximum(0.0, apart_by * union - (union - common))
        return near

    def _ties(self, members: list[int], new: Numbers) -> Numbers:
        gain, own = np.zeros(len(new)), np.zeros(len(new))
        now, inside = 0, set(members)
        for one in members:
            strongest = self._pool.strongest(one, inside)
            now += strongest
            for other, level in self._pool.levels[one].items():
                gain[other] += max(0, level - strongest)
                own[other] = max(own[other], level)
        recent = self._recent[members].sum() + self._recent * new
        ties: Numbers = _TIE * (now + (gain + own) * new) - recent
        return ties


def draft(pool: Pool, limits: Limits, start: Team = ()) -> Team | None:
    """A team that holds, within the limits, or nothing where the quick way finds none."""
    if not pool.inside:
        return () if pool.holds(()) and limits.allow(()) else None
    sketch = Sketch(pool, limits)
    team, value = start, -np.inf
    for _ in range(_MOST_ROUNDS):
        better, best = _best_step(sketch, team)
        if best <= value + 1e-9:
            break
        team, value = better, best
    return team if pool.holds(team) and limits.allow(team) else None


def _best_step(sketch: Sketch, team: Team) -> tuple[Team, float]:
    """The best of one member more, one less, or one for another."""
    best: tuple[float, Any] = (-np.inf, team)
    for base in [team, *(tuple(one for one in team if one != gone) for gone in team)]:
        values = sketch.with_each(base)
        place = int(values.argmax())
        if values[place] > best[0]:
            best = (float(values[place]), tuple(sorted({*base, place})))
    return best[1], best[0]
