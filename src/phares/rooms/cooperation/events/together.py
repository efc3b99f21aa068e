"""What happens between those who look for a way to do something together: times, chains, pooled proposals."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TimeProposed:
    """One side of a match proposes a moment to see each other."""

    pole_id: int
    match_id: int
    time_id: int


@dataclass(frozen=True)
class TimeAnswered:
    """The other side accepted the moment, or not."""

    pole_id: int
    match_id: int
    time_id: int


@dataclass(frozen=True)
class ChainProposed:
    """A chain of barter was put before all those in it."""

    pole_id: int
    chain_id: int


@dataclass(frozen=True)
class ChainLinkAccepted:
    """One of a chain accepted it."""

    pole_id: int
    chain_id: int
    link_id: int


@dataclass(frozen=True)
class ChainAgreed:
    """All those in a chain have accepted it."""

    pole_id: int
    chain_id: int


@dataclass(frozen=True)
class ChainClosed:
    """A chain is not wanted by all; by whom is said nowhere, and the journal keeps no author."""

    pole_id: int
    chain_id: int


@dataclass(frozen=True)
class PooledProposed:
    """The same need at several structures was put before all of them."""

    pole_id: int
    proposal_id: int


@dataclass(frozen=True)
class PooledPriced:
    """The prices of a pooled proposal were written, or written again."""

    pole_id: int
    proposal_id: int


@dataclass(frozen=True)
class PooledAnswered:
    """One of those with the same need said whether it is in, and for how much."""

    pole_id: int
    proposal_id: int
    part_id: int
