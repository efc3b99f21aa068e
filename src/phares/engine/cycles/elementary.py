"""All the rounds of a graph of gifts in which nobody stands twice.

A round is sought from its smallest id only, among greater ids (Tiernan, 1970), and a path is followed only as far as
the shortest way back to its start allows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from phares.engine.cycles.edge import Cycle, Edge, best_edges

Graph = Mapping[str, Mapping[str, Edge]]


class TooMany(ValueError):
    """There are more rounds than were asked for at most."""


def elementary(edges: Iterable[Edge], longest: int = 5, most: int = 10_000) -> tuple[Cycle, ...]:
    """Every round of 2 to `longest` structures, best first; refuses when there are more than `most`."""
    graph = best_edges(edges)
    found: list[Cycle] = []
    for start in sorted(graph):
        for cycle in _from(start, graph, longest):
            found.append(cycle)
            if len(found) > most:
                raise TooMany(f"more than {most} cycles")
    return tuple(sorted(found, key=lambda cycle: cycle.merit))


def _from(start: str, graph: Graph, longest: int) -> Iterator[Cycle]:
    """The rounds whose smallest id is `start`."""
    back = _steps_back(start, graph, longest - 1)
    path: list[Edge] = []
    on_path = {start}
    ahead = [_towards(start, graph, back, longest)]
    while ahead:
        edge = next(ahead[-1], None)
        if edge is None:
            ahead.pop()
            if path:
                on_path.discard(path.pop().taker)
        elif edge.taker == start:
            yield Cycle((*path, edge))
        elif edge.taker not in on_path:
            path.append(edge)
            on_path.add(edge.taker)
            ahead.append(_towards(edge.taker, graph, back, longest - len(path)))


def _towards(giver: str, graph: Graph, back: Mapping[str, int], left: int) -> Iterator[Edge]:
    """The gifts of one structure from which the start can still be reached with `left` gifts, this one counted."""
    return (edge for taker, edge in graph[giver].items() if back.get(taker, left) < left)


def _steps_back(start: str, graph: Graph, most: int) -> dict[str, int]:
    """How few gifts lead from each greater id to `start`, where at most `most` do."""
    givers = defaultdict(list)
    for giver, gifts in graph.items():
        if giver > start:
            for taker in gifts:
                givers[taker].append(giver)
    back, layer = {start: 0}, [start]
    for steps in range(1, most + 1):
        layer = sorted({giver for taker in layer for giver in givers[taker]} - back.keys())
        if not layer:
            break
        back.update(dict.fromkeys(layer, steps))
    return back
