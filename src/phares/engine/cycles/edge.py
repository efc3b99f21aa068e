"""What a chain is made of: gifts from one structure to another, and the rounds they close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edge:
    """What `giver` can give to `taker`: an offer that answers a need, and how well in whole millionths."""

    giver: str
    taker: str
    need: str
    offer: str
    micro_score: int

    @property
    def score(self) -> float:
        """How well the offer answers, with six decimals."""
        return self.micro_score / 1_000_000


@dataclass(frozen=True, slots=True)
class Cycle:
    """A round of gifts, in giving order, that begins with the smallest id; the last edge comes back to it."""

    edges: tuple[Edge, ...]

    @property
    def structures(self) -> tuple[str, ...]:
        """The structures, each giving to the next."""
        return tuple(edge.giver for edge in self.edges)

    @property
    def weakest(self) -> Edge:
        """The edge that answers least well; of several, the first in giving order."""
        return min(self.edges, key=lambda edge: edge.micro_score)

    @property
    def merit(self) -> tuple[int, int, tuple[str, ...]]:
        """Best first: the weakest edge's score, then shorter, then the ids by code point."""
        return -self.weakest.micro_score, len(self.edges), self.structures


def best_edges(edges: Iterable[Edge]) -> dict[str, dict[str, Edge]]:
    """For each giver, the best edge to each taker (score, then need, then offer id); nobody gives to itself."""
    best: dict[str, dict[str, Edge]] = {}
    for edge in sorted(edges, key=lambda one: (-one.micro_score, one.need, one.offer)):
        if edge.giver != edge.taker:
            best.setdefault(edge.giver, {}).setdefault(edge.taker, edge)
    return best
