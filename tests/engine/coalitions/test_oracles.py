"""The best teams against brute force on every set, on 300 calls of up to nine structures."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.coalitions.brute import Brute, plain
from engine.coalitions.calls import call
from engine.coalitions.cube import Cube
from engine.coalitions.second import Second
from phares.engine.contract import run


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("coalitions", json.dumps(asked)))
    return told


def check_teams(brute: Brute, told: dict[str, Any], ranked: list[frozenset[str]]) -> None:
    expected = brute.answers()
    assert [one["members"] for one in told["coalitions"]] == [sorted(team) for team in expected]
    for one, team in zip(told["coalitions"], expected, strict=True):
        assert (one["merit"], one["optimal"], one["bound"]) == (plain(brute.merit(team)), True, None)
        covered = sorted(asked["id"] for asked in brute.call["requirements"] if brute.covers(team, asked))
        every = sorted(asked["id"] for asked in brute.call["requirements"])
        assert (one["covered"], one["uncovered"]) == (covered, [asked for asked in every if asked not in covered])
        any_of = brute.rules.get("lead", {"any_of": []})["any_of"]
        assert one["lead"] == min((m for m in team if brute.having(frozenset([m]), any_of)), default=None)
        assert [row["id"] for row in one["each"]] == one["members"]
        for row in one["each"]:
            others = team - {row["id"]}
            lost = [
                a["id"] for a in brute.call["requirements"] if brute.covers(team, a) and not brute.covers(others, a)
            ]
            assert row["alone"] == sorted(lost)
            alone = frozenset([row["id"]])
            some = [
                a["id"]
                for a in brute.call["requirements"]
                if brute.covers(alone, {**a, "amount": "1/9999", "members": 0})
            ]
            assert row["brings"] == sorted(some)
            spared = next((plain(brute.merit(other)) for other in ranked if row["id"] not in other), None)
            assert row["without"] == spared


def check_closed(brute: Brute, told: dict[str, Any]) -> None:
    def key(one: dict[str, Any]) -> str:
        return json.dumps({name: one[name] for name in one if name != "missing"}, sort_keys=True)

    locked = brute.locked()
    assert sorted(map(key, told["unlock"])) == sorted(map(key, locked))
    if locked:
        assert told["conflict"] == []
        return
    tests = {json.dumps(name, sort_keys=True): test for name, test in brute.asks()}
    against = [tests[json.dumps(one, sort_keys=True)] for one in told["conflict"]]
    assert not any(all(test(team) for test in against) for team in brute.sets())
    assert len(against) == brute.smallest_conflict()


@pytest.mark.parametrize("tens", range(30))
def test_the_answer_is_that_of_brute_force(tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        asked = call(seed)
        told, brute = answer(asked), Brute(asked)
        ranked = brute.ranked()
        assert told["stopped"] is False
        assert bool(told["coalitions"]) == bool(ranked), seed
        check_teams(brute, told, ranked)
        if not ranked:
            check_closed(brute, told)


@pytest.mark.parametrize("seed", range(2000, 2040))
def test_another_formulation_by_another_solver_and_all_sets_at_once_agree(seed: int) -> None:
    asked = call(seed, 12)
    brute = Brute(asked)
    expected = Cube(brute).answers()
    assert [(one["members"], one["merit"]) for one in answer(asked)["coalitions"]] == [
        (members, plain(merit)) for members, merit in expected
    ]
    if expected:
        assert Second(brute).best() == expected[0][1]
