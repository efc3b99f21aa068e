"""The rounds that can be held together: sharing no structure, and serving as many as can be.

Exact, by integer programming (CP-SAT), one group of entangled rounds at a time: most structures served, then the
greatest sum of scores, then the rounds that come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from phares.engine.cycles.choice import Choice
from phares.engine.cycles.edge import Cycle


def served_together(cycles: Sequence[Cycle]) -> tuple[Cycle, ...]:
    """Of rounds given best first, those to hold together, in the same order."""
    chosen = sorted(place for places in _entangled(cycles) for place in _solved(cycles, places))
    return tuple(cycles[place] for place in chosen)


def _entangled(cycles: Sequence[Cycle]) -> Iterator[list[int]]:
    """The places of the rounds, in groups that share no structure with one another."""
    around: dict[str, list[int]] = defaultdict(list)
    for place, cycle in enumerate(cycles):
        for structure in cycle.structures:
            around[structure].append(place)
    seen: set[int] = set()
    for first in range(len(cycles)):
        if first not in seen:
            seen.add(first)
            group = [first]
            for place in group:
                fresh = {other for one in cycles[place].structures for other in around.pop(one, ())} - seen
                seen |= fresh
                group.extend(fresh)
            yield sorted(group)


def _solved(cycles: Sequence[Cycle], places: list[int]) -> list[int]:
    """Of entangled rounds, the places of those to hold: each rule once the one before it is proven."""
    if len(places) == 1:
        return places
    choice = Choice([cycles[place] for place in places])
    for worth in (
        [len(cycles[place].edges) for place in places],
        [cycles[place].weakest.micro_score for place in places],
    ):
        choice.hold_greatest(worth)
    return [places[at] for at in choice.first()]
