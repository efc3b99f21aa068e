"""Measures the matching on our own imagined needs, with labelled look-alikes, against the rankers of `matching`.

The first set was written before the lexicon was widened, and looked at since; the second after, and only measured;
the third is what a pole hears, in many registers, written and judged before it was measured, and never looked at since;
the fourth, what coordinators, residents and companies send in their own spelling, was judged before it was measured.
The last line is one JSON object.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from matching import RANKERS, Judged, Scores, first, quality
from own import Own, own


def trapped(asked: Own, found: list[Scores]) -> float:
    """Share of the needs with look-alikes where one of these stands above every full answer."""
    outcomes = []
    for scores, grades, traps in zip(found, asked.grades, asked.traps, strict=True):
        if traps:
            best = max((scores[place] for place, grade in grades.items() if grade >= 2), default=0.0)
            outcomes.append(any(scores[place] > best for place in traps))
    return round(statistics.mean(outcomes), 4)


def answered_first(asked: Own, found: list[Scores]) -> float:
    """Share of the needs whose first proposal is a full answer."""
    firsts = (first(scores)[:1] for scores in found)
    hits = [any(grades.get(place, 0) >= 2 for place in best) for best, grades in zip(firsts, asked.grades, strict=True)]
    return round(statistics.mean(hits), 4)


def main() -> int:
    """Measure the four sets with every ranker, and say the outcome as one JSON line."""
    outcome: dict[str, Any] = {"bench": "own_needs"}
    for name in ("first", "second", "third", "fourth"):
        asked = own(name)
        judged = Judged(asked.questions, asked.texts, asked.grades)
        print(f"{name}: {len(asked.questions)} needs on {len(asked.texts)} offers", flush=True)
        for ranker, rank in RANKERS.items():
            found = rank(asked.texts, asked.questions)
            more = {"look_alike_first": trapped(asked, found), "answered_first": answered_first(asked, found)}
            outcome.setdefault(name, {})[ranker] = quality(judged, found) | more
            print(f"  {ranker}: {outcome[name][ranker]}", flush=True)
    print(json.dumps(outcome, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
