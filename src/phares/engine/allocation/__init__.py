"""Who bears or earns which part of a whole: keys that split to the cent, and what each player of a game brings."""

from phares.engine.allocation.game import Game, game_of_covers, game_of_values
from phares.engine.allocation.key import By, Equal, Fixed, Key, Mix
from phares.engine.allocation.party import Party, Period
from phares.engine.allocation.rounding import largest_remainder
from phares.engine.allocation.shapley import Fairness, Worst, shapley
from phares.engine.allocation.split import Part, Share, Unsplittable, split

__all__ = [
    "By",
    "Equal",
    "Fairness",
    "Fixed",
    "Game",
    "Key",
    "Mix",
    "Part",
    "Party",
    "Period",
    "Share",
    "Unsplittable",
    "Worst",
    "game_of_covers",
    "game_of_values",
    "largest_remainder",
    "shapley",
    "split",
]
