"""Shapley's value: what each player brings on average, over all orders in which they could have come together.

Shapley, "A value for n-person games" (1953); the core is Gillies' (1959): shares that no set of players would leave.
Every sum is of whole numbers, so that the shares are exact fractions.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from phares.engine.allocation.game import Game, Table, room_for


@dataclass(frozen=True, slots=True)
class Worst:
    """The set of players with the most to gain by leaving: what it is worth alone, less what it is given."""

    of: tuple[str, ...]
    excess: Fraction


@dataclass(frozen=True, slots=True)
class Fairness:
    """Each player's exact share, by id; whether no set would do better alone; the set that comes nearest to it."""

    shares: tuple[tuple[str, Fraction], ...]
    in_core: bool
    worst: Worst


def shapley(game: Game) -> Fairness:
    """Share the value of all players by what each brings; the shares sum to that value.

    `worst` is sought among the sets that are neither empty nor everybody (these two never differ from their share);
    of equal ones it is the smallest, then the first by its ids.
    """
    shares = _shares(game)
    worst = _worst(game, shares)
    return Fairness(tuple(zip(game.players, shares, strict=True)), worst.excess <= 0, worst)


def _shares(game: Game) -> list[Fraction]:
    """Each player's gains by size of set, weighed by size! (players - size - 1)! / players!: by the smallest id."""
    count = len(game.players)
    masks = np.arange(1 << count)
    by_size = np.argsort(np.bitwise_count(masks), kind="stable")
    starts = [sum(math.comb(count, smaller) for smaller in range(size)) for size in range(count + 1)]
    ordered = game.scaled[by_size]
    totals = np.add.reduceat(ordered, starts)
    weights = [math.factorial(size) * math.factorial(count - size - 1) for size in range(count)]
    shares = []
    for place in range(count):
        within = np.add.reduceat(np.where(by_size >> place & 1, ordered, 0), starts)
        gained = (int(within[size + 1]) + int(within[size]) - int(totals[size]) for size in range(count))
        brought = sum(weight * gain for weight, gain in zip(weights, gained, strict=True))
        shares.append(Fraction(brought, math.factorial(count) * game.scale))
    return shares


def _worst(game: Game, shares: list[Fraction]) -> Worst:
    count = len(shares)
    if count < 2:
        return Worst(game.players, Fraction(0))
    scale = math.lcm(game.scale, *(share.denominator for share in shares))
    excess = _times(game.scaled, scale // game.scale) - _given([int(share * scale) for share in shares])
    inner = excess[1:-1]
    greatest = inner.max()
    tied = (np.flatnonzero(inner == greatest) + 1).astype(np.int64)
    sizes = np.bitwise_count(tied)
    of = min(game.of(int(mask)) for mask in tied[sizes == sizes.min()])
    return Worst(of, Fraction(int(greatest), scale))


def _times(table: Table, factor: int) -> Table:
    most = int(max(abs(table.max()), abs(table.min()))) * factor
    return table.astype(room_for(most, 4)) * factor


def _given(shares: list[int]) -> Table:
    """What every set of players is given."""
    given: Table = np.zeros(1, dtype=room_for(sum(map(abs, shares)), 4))
    for share in shares:
        given = np.concatenate((given, given + share))
    return given
