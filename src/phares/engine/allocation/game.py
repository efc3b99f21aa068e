"""A game: what every set of players is worth together, as one exact table of whole numbers.

Place `mask` of the table holds the set whose players are its bits, the smallest id being bit 0.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_PLAYERS = 20
_ROOM = 2**62

Table = NDArray[Any]


@dataclass(frozen=True)
class Game:
    """Players by id, and `scale` times the value of each of their sets, the empty one being worth 0."""

    players: tuple[str, ...]
    scaled: Table
    scale: int

    def of(self, mask: int) -> tuple[str, ...]:
        """The players of one set, by id."""
        return tuple(one for place, one in enumerate(self.players) if mask >> place & 1)


def room_for(most: int, times: int) -> type:
    """The kind of number in which sums of up to `times` numbers, each at most `most`, stay exact."""
    return np.int64 if most * times < _ROOM else object


def _table(numbers: list[int]) -> Table:
    return np.array(numbers, dtype=room_for(max(map(abs, numbers)), len(numbers)))


def game_of_values(players: Iterable[str], values: Mapping[int, Fraction | int]) -> Game:
    """The game in which each set (bits of a mask, the smallest id first) is worth what was said of it."""
    named = tuple(sorted(players))
    scale = math.lcm(1, *{value.denominator for value in values.values()})
    size = 1 << len(named)
    scaled = [0, *(values[mask].numerator * (scale // values[mask].denominator) for mask in range(1, size))]
    return Game(named, _table(scaled), scale)


def game_of_covers(
    players: Iterable[str], covers: Mapping[str, Collection[str]], weights: Mapping[str, Fraction]
) -> Game:
    """The game in which a set is worth the weights of the requirements that at least one of its players covers."""
    named = tuple(sorted(players))
    size = 1 << len(named)
    scale = math.lcm(1, *(weight.denominator for weight in weights.values()))
    covered_by = dict.fromkeys(weights, 0)
    for place, player in enumerate(named):
        for requirement in set(covers.get(player, ())):
            covered_by[requirement] |= 1 << place
    inside = [0] * size
    for requirement, mask in covered_by.items():
        inside[mask] += int(weights[requirement] * scale) if mask else 0
    total = sum(inside)
    lost = _summed_over_subsets(_table(inside), len(named))
    return Game(named, total - lost[::-1], scale)  # a set loses what only the others cover


def _summed_over_subsets(table: Table, bits: int) -> Table:
    summed = table.copy()
    for bit in range(bits):
        pairs = summed.reshape(-1, 2, 1 << bit)
        pairs[:, 1, :] += pairs[:, 0, :]
    return summed
