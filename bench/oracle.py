"""Holds the engine's exact answers to other ways of finding them, on thousands of small cases; ends with one JSON line.

Coalitions: brute force on every set of up to 16 structures and, every tenth call, a second formulation by another
solver; neither shares a line with the engine. Shapley: every order of arrival. `--coalitions 3000 --games 300`
set how many.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from fractions import Fraction
from itertools import permutations
from math import factorial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from engine.coalitions.brute import Brute, plain  # noqa: E402  (the roots are added just above)
from engine.coalitions.calls import call  # noqa: E402
from engine.coalitions.cube import Cube  # noqa: E402
from engine.coalitions.second import Second  # noqa: E402
from phares.engine.allocation import game_of_values, shapley  # noqa: E402
from phares.engine.contract import run  # noqa: E402

MOST_STRUCTURES = 16
FIRST_SEED = 50_000


def coalitions(count: int) -> dict[str, Any]:
    """Which calls were not answered as brute force, or the second formulation, answers them."""
    outcome: dict[str, Any] = {"calls": count, "closed": 0, "wrong": [], "second_formulation_differs": []}
    for seed in range(FIRST_SEED, FIRST_SEED + count):
        asked = call(seed, MOST_STRUCTURES)
        told, brute = json.loads(run("coalitions", json.dumps(asked))), Brute(asked)
        expected = Cube(brute).answers()
        found = [(one["members"], one["merit"]) for one in told["coalitions"]]
        if told["stopped"] or found != [(members, plain(merit)) for members, merit in expected]:
            outcome["wrong"].append(seed)
        outcome["closed"] += not expected
        if expected and seed % 10 == 0 and Second(brute).best() != expected[0][1]:
            outcome["second_formulation_differs"].append(seed)
        if (seed - FIRST_SEED) % 500 == 499:
            print(f"coalitions: {seed - FIRST_SEED + 1} calls, wrong: {outcome['wrong']}", flush=True)
    return outcome


def games(count: int) -> dict[str, Any]:
    """Which games of up to six players are not shared as every order of arrival, one by one, shares them."""
    wrong = []
    for seed in range(count):
        chance = random.Random(seed)  # noqa: S311  (a seeded draw, no secret)
        size = chance.randint(1, 6)
        drawn = (Fraction(chance.randint(0, 99), chance.randint(1, 4)) for _ in range((1 << size) - 1))
        values = [Fraction(0), *drawn]
        brought = [Fraction(0)] * size
        for order in permutations(range(size)):
            mask = 0
            for one in order:
                brought[one] += values[mask | 1 << one] - values[mask]
                mask |= 1 << one
        fair = shapley(game_of_values(map(str, range(size)), dict(enumerate(values))))
        if [share for _, share in fair.shares] != [total / factorial(size) for total in brought]:
            wrong.append(seed)
    return {"games": count, "wrong": wrong}


def main() -> int:
    """Hold everything to its oracle, and say the outcome as one JSON line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--coalitions", type=int, default=3_000)
    parser.add_argument("--games", type=int, default=300)
    options = parser.parse_args()
    began = time.perf_counter()
    outcome: dict[str, Any] = {"bench": "oracle", "shapley": games(options.games)}
    print(f"shapley: {outcome['shapley']}", flush=True)
    told = outcome["coalitions"] = coalitions(options.coalitions)
    outcome["seconds"] = round(time.perf_counter() - began, 1)
    wrong = [*outcome["shapley"]["wrong"], *told["wrong"], *told["second_formulation_differs"]]
    outcome["required"] = {"all_as_their_oracle": not wrong}
    print(json.dumps(outcome, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
