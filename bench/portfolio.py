"""Measures the portfolio search beside its own quick answer, on territories drawn from a seed; ends with one JSON line.

Problems by place, responses that answer a few of them in whole or in part, a budget of 15 % of what all would take.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from phares.engine.portfolio import Cell, Question, Response, portfolio  # noqa: E402  (the root is added just above)
from phares.engine.portfolio.draft import draft  # noqa: E402

SIZES = ((15, 24), (50, 80), (200, 320), (1_000, 1_280))
SHARES = (Fraction(1, 2), Fraction(1), Fraction(1))


def drawn(responses: int, cells: int, seed: int) -> tuple[list[Cell], list[Response], dict[str, int]]:
    """A territory: weights are numbers of voices, costs are euros."""
    chance = random.Random(f"{responses}/{seed}")  # noqa: S311  (a seeded draw, no secret)
    problems = [Cell(f"c{at:05}", Fraction(chance.randint(1, 30))) for at in range(cells)]
    done = [
        Response(
            f"r{at:05}",
            {"euros": chance.randint(500, 40_000)},
            {cell.id: chance.choice(SHARES) for cell in chance.sample(problems, chance.randint(1, 8))},
        )
        for at in range(responses)
    ]
    return problems, done, {"euros": sum(one.takes["euros"] for one in done) * 15 // 100}


def main() -> int:
    """Measure every size, and say the outcome as one JSON line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    outcome: dict[str, object] = {"bench": "portfolio"}
    every = []
    for size, cells in SIZES:
        for seed in range(options.seeds):
            asked = drawn(size, cells, seed)
            began = time.process_time()
            found = portfolio(*asked, seconds=20)
            seconds = round(time.process_time() - began, 2)
            question = Question(*asked)
            quick = float(question.weight(draft(question)) / found.weight)
            row = {"responses": size, "cells": cells, "proven": found.proven, "seconds": seconds, "greedy": quick}
            print(row, flush=True)
            every.append(found.proven)
    outcome["required"] = {"proven": all(every)}
    print(json.dumps(outcome, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
