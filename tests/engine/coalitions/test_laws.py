"""What must hold of any call: the order of the input is nothing, more choice never hurts, the quick way never wins."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import pytest

from engine.coalitions.calls import call, structure
from phares.engine.coalitions.draft import draft
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.pool import Pool
from phares.engine.contract import run
from phares.engine.contract.coalitions import INPUT, asked_of

SEEDS = range(1000, 1040)


def order(merit: list[Any]) -> tuple[Any, ...]:
    weight, members, ties, recent = merit
    number = int(weight) if isinstance(weight, int) else int(weight.split("/")[0]) / int(weight.split("/")[1])
    return (-number, members, -ties, recent)


def mixed(chance: random.Random, value: Any) -> Any:
    """The same value, every list and object in another order."""
    if isinstance(value, list):
        return chance.sample([mixed(chance, one) for one in value], len(value))
    if isinstance(value, dict):
        return {key: mixed(chance, value[key]) for key in chance.sample(sorted(value), len(value))}
    return value


def best(asked: dict[str, Any]) -> list[Any] | None:
    found = json.loads(run("coalitions", json.dumps({**asked, "top": 1})))["coalitions"]
    return found[0]["merit"] if found else None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_the_input_changes_no_byte(seed: int) -> None:
    asked = call(seed, 12)
    chance = random.Random(seed)  # noqa: S311  (seeded on purpose)
    assert run("coalitions", json.dumps(mixed(chance, asked))) == run("coalitions", json.dumps(asked))


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_candidate_or_a_better_one_never_makes_the_merit_worse(seed: int) -> None:
    asked = call(seed, 10)
    chance = random.Random(seed)  # noqa: S311  (seeded on purpose)
    before = best(asked)
    more = copy.deepcopy(asked)
    more["structures"].append({**structure(chance, 99), "outside": False})
    better = copy.deepcopy(asked)
    one = chance.choice(better["structures"])
    one["skills"]["wood"], one["recent"] = 9, 0
    for changed in (more, better):
        after = best(changed)
        assert before is None or (after is not None and order(after) <= order(before))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_quick_way_is_never_better(seed: int) -> None:
    asked = call(seed, 12)
    pool = Pool(asked_of(INPUT.read(asked, "")))
    quick = draft(pool, Limits())
    found = json.loads(run("coalitions", json.dumps({**asked, "top": 1})))["coalitions"]
    if quick is not None:
        assert pool.holds(quick)
        team = tuple(pool.places[one] for one in found[0]["members"])
        assert pool.rank(team) <= pool.rank(quick)
