"""The whole picture of a day, from the structures that are there and the facts that still count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import comb

from phares.engine.network import graph
from phares.engine.network.fact import Fact, Structure
from phares.engine.network.meetings import Help, Meeting, meetings
from phares.engine.network.ties import Pair, Tie, lasts_over_a_year, living_ties, shared_facts

SHARED_MEANS = 3
"""The level from which means are shared (docs/engine/network.md): 0 same place, 1 met, 2 helped, 3 shares, ..."""


@dataclass(frozen=True, slots=True)
class Network:
    """What the cooperations of a day show; every list is by id or by pair, never by how much anybody does."""

    members: tuple[str, ...]
    ties: tuple[Tie, ...]
    density: Fraction
    isolated: tuple[str, ...]
    sharing_means: tuple[str, ...]
    lasting: tuple[Pair, ...]
    bridges: tuple[Pair, ...]
    communities: tuple[tuple[str, ...], ...]
    meet: tuple[Meeting, ...]


def network(
    structures: Iterable[Structure], facts: Iterable[Fact], on: date, fade_days: int = 365, helps: Iterable[Help] = ()
) -> Network:
    """What holds on a day among the structures then present; a fact fades `fade_days` after its end.

    `helps` are needs and offers of that day that answer each other: they are among the reasons to meet.
    """
    members = tuple(sorted(one.id for one in structures if one.is_present(on)))
    shared = shared_facts(facts, set(members), on)
    ties = living_ties(shared, on, fade_days)
    pairs = comb(len(members), 2)
    return Network(
        members=members,
        ties=tuple(ties),
        density=Fraction(len(ties), pairs) if pairs else Fraction(0),
        isolated=tuple(sorted(set(members) - _tied(ties))),
        sharing_means=tuple(sorted(_tied(tie for tie in ties if tie.level >= SHARED_MEANS))),
        lasting=tuple(pair for pair in sorted(shared) if lasts_over_a_year(shared[pair], on, fade_days)),
        bridges=tuple(graph.bridges(members, ties)),
        communities=tuple(graph.communities(members, ties)),
        meet=tuple(meetings(ties, shared, [one for one in helps if {one.giver, one.taker} <= set(members)])),
    )


def _tied(ties: Iterable[Tie]) -> set[str]:
    return {one for tie in ties for one in (tie.a, tie.b)}
