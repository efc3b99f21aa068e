"""How rare a French stem or a group of letters is, so that a score never depends on what else is on offer.

`rarity` = -log10 of the frequency in ordinary French. The two files give it by steps of 0.05, the rest being rarer
than the last step. Derived from the French list of wordfreq 3.1.1 (R. Speer, 2022), CC BY-SA 4.0; same licence.
"""

from __future__ import annotations

from functools import cache

from phares.engine.lexicon.files import lines

EVERYDAY = 2.0
"""A stem as frequent as one word in a hundred tells nothing; the weight is what the rarity has above that."""

RAREST_STEM = 5.5
RAREST_GRAM = 4.25
LEAST_GRAM = 0.05


@cache
def _rarities(name: str) -> dict[str, float]:
    held: dict[str, float] = {}
    for line in lines(name):
        rarity, *members = line.split(" ")
        held.update(dict.fromkeys(members, float(rarity)))
    return held


@cache
def stem_weight(stem: str) -> float:
    """What finding this stem on both sides is worth, 0 to 3.5."""
    return max(0.0, _rarities("rarity_stems.txt").get(stem, RAREST_STEM) - EVERYDAY)


def is_rare(stem: str) -> bool:
    """Whether ordinary French hardly knows this stem."""
    return stem not in _rarities("rarity_stems.txt")


@cache
def gram_weight(gram: str) -> float:
    """What finding this group of letters on both sides is worth, 0.05 to 2.25."""
    return max(LEAST_GRAM, _rarities("rarity_grams.txt").get(gram, RAREST_GRAM) - EVERYDAY)
