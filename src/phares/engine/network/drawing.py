"""Where each structure stands on the picture: one place for all days, so that nothing jumps when the day changes.

Distances on the sheet follow the number of ties between two structures, over all that was ever done together: stress
majorization, one structure at a time (Gansner, Koren, North, "Graph drawing by stress majorization", 2004). It starts
from a circle in order of id and draws no lots.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import igraph
import numpy as np
from numpy.typing import NDArray

from phares.engine.network.fact import Fact

SIDE = 1000
_ROUNDS = 80

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a square sheet of SIDE by SIDE."""

    x: int
    y: int


def drawing(ids: Iterable[str], facts: Iterable[Fact], kept: Mapping[str, Spot] | None = None) -> dict[str, Spot]:
    """The spot of each structure, by id. Those `kept` from an earlier drawing stay; the others settle around them."""
    members = sorted(set(ids))
    steps = _steps(members, facts)
    fixed = {at: kept[one] for at, one in enumerate(members) if kept and one in kept}
    apart = steps * _length(steps, fixed)
    spots = _started(len(members), fixed)
    for _ in range(_ROUNDS):
        for at in range(len(members)):
            if at not in fixed and len(members) > 1:
                spots[at] = _pulled(spots, apart, at, within=bool(fixed))
    if not fixed:
        spots = _fitted(spots)
    return {one: Spot(*(round(float(number)) for number in spots[at])) for at, one in enumerate(members)}


def _steps(members: list[str], facts: Iterable[Fact]) -> Numbers:
    """How many ties lie between two structures; one more than the longest way where none does."""
    places = {one: at for at, one in enumerate(members)}
    pairs = {pair for fact in facts for pair in fact.pairs() if pair[0] in places and pair[1] in places}
    graph = igraph.Graph(n=len(members), edges=sorted((places[a], places[b]) for a, b in pairs))
    steps = np.array(graph.distances(), dtype=float).reshape(len(members), len(members))
    joined = np.isfinite(steps)
    steps[~joined] = steps[joined].max(initial=0) + 1
    return steps


def _length(steps: Numbers, fixed: Mapping[int, Spot]) -> float:
    """How long one tie is drawn: as among those kept, or so that the longest way fits on the sheet."""
    places = list(fixed)
    there = np.array([(spot.x, spot.y) for spot in fixed.values()], dtype=float).reshape(-1, 2)
    gaps = np.linalg.norm(there[:, None] - there[None], axis=-1)
    ratios = [
        gaps[i, j] / steps[a, b] for i, a in enumerate(places) for j, b in enumerate(places) if i < j and gaps[i, j]
    ]
    return float(np.median(ratios)) if ratios else SIDE / max(1.0, steps.max(initial=1))


def _started(count: int, fixed: Mapping[int, Spot]) -> Numbers:
    angles = 2 * np.pi * np.arange(count) / max(1, count)
    spots: Numbers = SIDE / 2 + SIDE / 3 * np.stack([np.cos(angles), np.sin(angles)], axis=1)
    for at, spot in fixed.items():
        spots[at] = (spot.x, spot.y)
    return spots


def _pulled(spots: Numbers, apart: Numbers, at: int, *, within: bool) -> Any:
    """Where the others together want one structure: each at its own distance, the near ones heard most."""
    others = np.arange(len(spots)) != at
    gap = spots[at] - spots[others]
    length = np.maximum(np.linalg.norm(gap, axis=1, keepdims=True), 1e-9)
    wanted = apart[at, others][:, None]
    heard = wanted**-2
    spot = (heard * (spots[others] + wanted * gap / length)).sum(axis=0) / heard.sum()
    return np.clip(spot, 0, SIDE) if within else spot


def _fitted(spots: Numbers) -> Numbers:
    """The whole drawing, in the middle of the sheet and as large as it goes."""
    if not len(spots):
        return spots
    middle = (spots.max(axis=0) + spots.min(axis=0)) / 2
    extent = (spots.max(axis=0) - spots.min(axis=0)).max()
    fitted: Numbers = SIDE / 2 + (spots - middle) * (SIDE / extent if extent else 0)
    return fitted
