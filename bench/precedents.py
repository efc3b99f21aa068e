"""Measures from which likeness on a sheet is worth showing beside a problem: the floor of the precedents.

`./phares bench precedents`. Sheets, problems and what is worth reading for each were written and judged before
(`own/precedents.txt`). For each floor: how many of the sheets shown are worth reading (precision), how many of those
worth reading are shown (recall), how many of the problems that nothing answers show nothing. The last line is one JSON
object.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from phares.engine.matching import Item, match

JUDGED = Path(__file__).parent / "own" / "precedents.txt"
SHOWN = 3
FLOORS = [step / 100 for step in range(0, 52, 2)]


@dataclass(frozen=True)
class Problem:
    """A problem, and the sheets worth reading for it."""

    title: str
    text: str
    worth: frozenset[str]


def judged() -> tuple[list[Item], list[Problem]]:
    """Return the sheets as the engine reads them, and the problems."""
    said = [line for line in JUDGED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    place = said.index("== problems")
    sheets, problems = [], []
    for line in said[1:place]:
        letter, title, words, lead = (part.strip() for part in line.split("|"))
        sheets.append(Item(id=letter, by=letter, title=title, text=f"{words.replace(',', '')} {lead}"))
    for line in said[place + 1 :]:
        title, text, worth = (part.strip() for part in line.split("|"))
        problems.append(Problem(title, text, frozenset(worth.split())))
    return sheets, problems


def main() -> int:
    """Measure every floor."""
    sheets, problems = judged()
    found = [match([Item(id="p", by="p", title=one.title, text=one.text)], sheets, top=SHOWN) for one in problems]
    rows = []
    for floor in FLOORS:
        shown = [frozenset(each.offer for each in near if each.score >= floor) for near in found]
        right = sum(len(one.worth & near) for one, near in zip(problems, shown, strict=True))
        silent = [not near for one, near in zip(problems, shown, strict=True) if not one.worth]
        row = {
            "floor": floor,
            "precision": round(right / max(sum(map(len, shown)), 1), 3),
            "recall": round(right / sum(len(one.worth) for one in problems), 3),
            "silent": round(sum(silent) / len(silent), 3),
        }
        rows.append(row)
        print("  ".join(f"{name} {value:5.2f}" for name, value in row.items()), flush=True)
    print(json.dumps(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
