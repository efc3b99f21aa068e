"""The graph of a day's ties: its bridges, and the groups that hold together (igraph)."""

from __future__ import annotations

import random
from collections.abc import Sequence

import igraph

from phares.engine.network.ties import Pair, Tie

_SEED = 2014


def bridges(members: Sequence[str], ties: Sequence[Tie]) -> list[Pair]:
    """The ties without which a group of structures would fall in two, by pair."""
    graph = _graph(members, ties)
    return sorted((ties[edge].a, ties[edge].b) for edge in graph.bridges())


def communities(members: Sequence[str], ties: Sequence[Tie]) -> list[tuple[str, ...]]:
    """Groups more tied inside than outside, by first id: Leiden on the levels (Traag, Waltman, van Eck 2019).

    The seed is fixed and the members come by id, so that the same ties give the same groups.
    """
    if not ties:
        return [(one,) for one in members]
    igraph.set_random_number_generator(random.Random(_SEED))  # noqa: S311  # nosec B311  (a fixed draw)
    try:
        found = _graph(members, ties).community_leiden(
            objective_function="modularity", weights=[tie.level for tie in ties], n_iterations=-1
        )
    finally:
        igraph.set_random_number_generator(random)
    return sorted(tuple(members[place] for place in group) for group in found)


def _graph(members: Sequence[str], ties: Sequence[Tie]) -> igraph.Graph:
    places = {one: place for place, one in enumerate(members)}
    return igraph.Graph(n=len(members), edges=[(places[tie.a], places[tie.b]) for tie in ties])
