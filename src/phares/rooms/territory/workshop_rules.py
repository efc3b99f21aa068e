"""Rules of a workshop, pure: which dots may be placed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wall:
    """What stands before dots are placed: how many people are there, dots each, and the dots and hands of others."""

    people: int
    each: int
    others: int
    hands: int


def most_dots(wall: Wall) -> int:
    """Return how many dots there may be in all: as many each for everybody who is there."""
    return wall.people * wall.each


def why_not(wall: Wall, placed: int, *, by_hand: bool) -> str:
    """Return why these dots may not be placed, as a code; nothing where they may.

    `placed` are all the dots of this hand, or all those counted from the wall; they replace what it had placed before.
    """
    if by_hand and placed > wall.each:
        return "each"
    if by_hand and placed and wall.hands + 1 > wall.people:
        return "hands"
    return "all" if placed + wall.others > most_dots(wall) else ""
