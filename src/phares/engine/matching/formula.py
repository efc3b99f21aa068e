"""The one formula, and every number in it (docs/engine/matching.md tells why each stands).

    score = WORDS * words + LETTERS * letters + gap**2 * (CONCEPTS * concepts + SENSE * sense) + structure - guard

`words`, `letters`, `concepts`, `sense` and `gap` lie between 0 and 1 and depend on the pair alone, never on the other
offers: so a better offer that comes in lowers nobody's score.
"""

import math

WORDS = 0.30
LETTERS = 0.30
CONCEPTS = 0.45
SENSE = 0.45

LEAST_NEARNESS = 0.2
"""The cosine up to which texts are near by chance: nineteen pairs in twenty with nothing in common stay below."""

TITLE_TIMES = 1.5
"""A word of the title counts as one and a half of the text."""

CLEAR_WORDS = 15
"""A field of more words than this says each of its concepts less clearly, in proportion."""

SATURATION = 0.9
"""BM25's k1: how fast a repeated word stops counting more."""

LENGTH_PART = 0.05
"""BM25's b: how much a long text is held against a word."""

USUAL_WORDS = 20.0
USUAL_GRAMS = 150.0
"""The length that is held neither for nor against."""

MEANING = 0.30
"""What a local embedder may bring, where one is plugged in; it brings nothing by itself under the floor."""

LEAST_EVIDENCE = 0.04
"""Words, letters, concepts, kind and tags together must reach this, or the pair is not proposed."""

KIND = 0.02
TAGS = 0.03
NEAR = 0.03
NEAR_KM = 10.0
"""The distance at which nearness is worth half."""

DATES = 0.02
TIMES = 0.02
QUANTITY = 0.02
TIES = 0.02

GUARD = 0.012
"""What is taken off a structure that was proposed once lately, and again each time that number doubles."""

GUARD_PART = 0.5
"""The guard never takes more than this part of what the pair is worth without it."""


def guard(times: int, worth: float) -> float:
    """What a structure proposed `times` lately gives up; so two that answer alike are proposed alike often.

    One that answers better by 0.012 is proposed about twice as often as the other, by 0.024 four times, and so on.
    """
    return min(GUARD * math.log2(1 + times), GUARD_PART * worth)


def saturated(times: float, length: float, usual: float) -> float:
    """BM25's part of a word that stands `times` in a text of this length: 0 to 1."""
    return times / (times + SATURATION * (1.0 - LENGTH_PART + LENGTH_PART * length / usual))


def clarity(words: int) -> float:
    """How clearly a text of so many words of matter says what it says: 0 to 1."""
    return min(1.0, CLEAR_WORDS / max(1, words))


def sense(nearness: float) -> float:
    """What the cosine of two texts is worth, above what chance brings: 0 to 1."""
    return max(0.0, nearness - LEAST_NEARNESS) / (1.0 - LEAST_NEARNESS)
