"""Measures the network of a day against networkx on the same facts, from one pole to many; ends with one JSON line.

The indicators that have one answer (density, isolated, bridges) must be the same; seconds are medians of one run.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import networkx as nx

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from phares.engine.network import Fact, Network, Presence, Structure, network  # noqa: E402  (the root is added above)

DAY = date(2026, 6, 1)
SIZES = (15, 200, 2_000)
TIMES = 3


def drawn(size: int) -> tuple[list[Structure], list[Fact]]:
    """Structures, and four facts each over three years, of two to five parties, mostly neighbours."""
    chance = random.Random(size)  # noqa: S311  (a seeded draw, no secret)
    structures = [Structure(f"s{place:05}", (Presence(date(2020, 1, 1)),)) for place in range(size)]
    facts = []
    for _ in range(4 * size):
        start = chance.randrange(size)
        places = {start, *((start + chance.randint(1, 9)) % size for _ in range(chance.randint(1, 4)))}
        on = DAY - timedelta(chance.randint(0, 1000))
        parties = tuple(structures[place].id for place in sorted(places))
        facts.append(Fact(parties, "met", chance.randint(1, 6), on, chance.randint(0, 200)))
    return structures, facts


def by_networkx(structures: list[Structure], facts: list[Fact]) -> tuple[nx.Graph[str], list[Any]]:
    """The same graph, its communities (Louvain) and its index of common partners, by networkx."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(one.id for one in structures)
    for fact in facts:
        if fact.on <= DAY <= fact.on + timedelta(fact.lasts_days + 365):
            graph.add_edges_from((a, b) for a in fact.parties for b in fact.parties if a < b)
    index = nx.resource_allocation_index(graph, nx.non_edges(graph) if len(graph) <= 200 else [])
    return graph, [list(nx.bridges(graph)), nx.community.louvain_communities(graph, seed=1), list(index)]


def seconds(act: Callable[[], object]) -> float:
    """The median of a few times."""
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return round(statistics.median(taken), 4)


def same(seen: Network, graph: nx.Graph[str]) -> bool:
    """Whether both see the same graph."""
    bridges = sorted((min(pair), max(pair)) for pair in nx.bridges(graph))
    edges = sorted((min(pair), max(pair)) for pair in graph.edges)
    return (
        [(tie.a, tie.b) for tie in seen.ties] == edges
        and list(seen.bridges) == bridges
        and list(seen.isolated) == sorted(nx.isolates(graph))
    )


def modularity(graph: nx.Graph[str], groups: Any) -> float:
    """How good a partition is, without weights."""
    return round(float(nx.community.modularity(graph, groups)), 4)


def main() -> int:
    """Measure each size, and say the outcome as one JSON line."""
    outcome: dict[str, Any] = {"bench": "network"}
    for size in SIZES:
        structures, facts = drawn(size)
        seen = network(structures, facts, DAY)
        graph, (_, louvain, _) = by_networkx(structures, facts)
        outcome[str(size)] = {
            "ties": len(seen.ties), "same_as_networkx": same(seen, graph),
            "ours_s": seconds(lambda: network(structures, facts, DAY)),  # noqa: B023  (called at once)
            "networkx_s": seconds(lambda: by_networkx(structures, facts)),  # noqa: B023
            "modularity": modularity(graph, seen.communities), "modularity_louvain": modularity(graph, louvain),
            "proposals": len(seen.meet),
        }  # fmt: skip
        print(f"{size} structures: {outcome[str(size)]}", flush=True)
    outcome["required"] = {"same_as_networkx": all(outcome[str(size)]["same_as_networkx"] for size in SIZES)}
    print(json.dumps(outcome, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
