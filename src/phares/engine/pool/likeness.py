"""How nearly two structures need the same: what words, letters and concepts say, read both ways.

Words that only go together (the sense of `matching`) do not make one need of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from phares.engine.lexicon import Lexicon
from phares.engine.matching.item import Item
from phares.engine.matching.outcome import Reason
from phares.engine.matching.pair import Answer, Question, said_reasons
from phares.engine.matching.reading import Reading
from phares.engine.matching.rows import Rows
from phares.engine.matching.structure import distance_km

ENOUGH = 80_000
"""Millionths that both readings must bring, one with the other, for two needs to be the same."""

FAR_KM = 100.0
"""Beyond this, two structures share neither a room nor a van."""

_SOMEBODY_WHO_CAN = frozenset({"skill", "hours", "knowledge"})
_UNSAID = frozenset({None, "other"})

Likenesses = dict[tuple[int, int], int]


def likenesses(readings: Sequence[Reading], lexicon: Lexicon) -> Likenesses:
    """For each pair of places that are alike enough and may meet, the harmonic mean of both readings in millionths."""
    rows, questions = Rows(readings, lexicon), [Question(reading) for reading in readings]
    rough: NDArray[np.float64] = np.array([rows.text_scores(question, senses=False) for question in questions]).reshape(
        len(readings), len(readings)
    )
    near = np.argwhere(np.triu(np.minimum(rough, rough.T) * 2 > ENOUGH, k=1))
    answers = [Answer(reading) for reading in readings]
    found: Likenesses = {}
    for one, other in near.tolist():
        if may_pool(readings[one].item, readings[other].item):
            there = _points(said_reasons(questions[one], answers[other], lexicon))
            back = _points(said_reasons(questions[other], answers[one], lexicon))
            likeness = 2 * there * back // (there + back)
            if likeness >= ENOUGH:
                found[one, other] = likeness
    return found


def may_pool(one: Item, other: Item) -> bool:
    """Whether kinds, periods and places let two needs be answered together."""
    return _same_sort(one, other) and _common_day(one, other) and _within_reach(one, other)


def _points(reasons: Sequence[Reason]) -> int:
    return sum(reason.micro_points for reason in reasons)


def _same_sort(one: Item, other: Item) -> bool:
    """Kinds that agree; somebody's skill, hours and knowledge are asked for alike, and what is not said agrees."""
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or bool(kinds & _UNSAID) or kinds <= _SOMEBODY_WHO_CAN


def _common_day(one: Item, other: Item) -> bool:
    start = max(one.from_on or date.min, other.from_on or date.min)
    return start <= min(one.until_on or date.max, other.until_on or date.max)


def _within_reach(one: Item, other: Item) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= FAR_KM
