"""What happens to needs, offers and matches; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ItemSaid:
    """A need or an offer was said."""

    pole_id: int
    item_id: int


@dataclass(frozen=True)
class ItemWithdrawn:
    """A need or an offer was taken back by those who said it."""

    pole_id: int
    item_id: int


@dataclass(frozen=True)
class MatchProposed:
    """A need and somebody who could help were put before each other."""

    pole_id: int
    match_id: int


@dataclass(frozen=True)
class MatchAnswered:
    """One side of a match said: interested, not for us, or later."""

    pole_id: int
    match_id: int
    answer_id: int
