"""The verbs `pool` and `cycles` from the outside: what they write, and what they refuse in one line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from phares.engine.contract import ContractError, run, schema

NEEDS = [
    {"id": "n1", "by": "A", "title": "Un comptable un jour par semaine"},
    {"id": "n2", "by": "B", "title": "Quelqu’un pour la comptabilité"},
]
EDGES = [
    {"from": "B", "to": "A", "need": "n1", "offer": "o1", "score": 0.25},
    {"from": "A", "to": "B", "need": "n2", "offer": "o2", "score": 0.5},
]


def answered(verb: str, whole: dict[str, Any]) -> dict[str, Any]:
    """The verb's answer, checked against its own schemas."""
    said = json.loads(schema(verb))
    Draft202012Validator.check_schema(said["input"])
    Draft202012Validator(said["input"]).validate(whole)
    answer = json.loads(run(verb, json.dumps(whole)))
    Draft202012Validator(said["output"]).validate(answer)
    return dict(answer)


def test_a_group_says_its_needs_its_form_and_its_reasons() -> None:
    (group,) = answered("pool", {"needs": NEEDS})["groups"]
    assert group["needs"] == ["n1", "n2"]
    assert group["form"] == "shared_job"
    assert "same_idea" in {reason["code"] for reason in group["reasons"]}
    assert answered("pool", {"needs": NEEDS, "least": 3}) == {"groups": []}


def test_a_round_says_who_gives_what_to_whom_from_the_smallest_id_on() -> None:
    answer = answered("cycles", {"edges": EDGES})
    (found,) = answer["cycles"]
    assert found["structures"] == ["A", "B"]
    assert found["edges"] == [EDGES[1], EDGES[0]]
    assert found["score"] == 0.25
    assert found["reasons"][1] == {"code": "weakest_edge", **EDGES[0]}
    assert answer["disjoint"] == answer["cycles"]


def test_scores_are_read_and_written_with_six_decimals() -> None:
    long = [{**EDGES[0], "score": 0.12345678}, EDGES[1]]
    assert answered("cycles", {"edges": long})["cycles"][0]["score"] == 0.123457


def test_nothing_asked_is_nothing_answered() -> None:
    assert run("cycles", '{"edges": []}') == '{\n  "cycles": [],\n  "disjoint": []\n}\n'
    assert run("pool", '{"needs": []}') == '{\n  "groups": []\n}\n'


@pytest.mark.parametrize(
    ("verb", "message", "whole"),
    [
        ("cycles", "most: more than 0 cycles", {"edges": EDGES, "most": 0}),
        ("cycles", "longest: not 2 or more", {"edges": EDGES, "longest": 1}),
        ("cycles", "edges[0].to: missing", {"edges": [{"from": "A"}]}),
        ("cycles", "edges[0].score: not a number", {"edges": [{**EDGES[0], "score": "1"}]}),
        ("cycles", "edges[1].colour: unknown key", {"edges": [EDGES[0], {**EDGES[1], "colour": 1}]}),
        ("pool", "needs[1].id: repeated (n1)", {"needs": [NEEDS[0], NEEDS[0]]}),
        ("pool", "least: not 1 or more", {"needs": NEEDS, "least": 0}),
        ("pool", "needs[0].until: before from", {"needs": [{**NEEDS[0], "from": "2026-02-01", "until": "2026-01-31"}]}),
        ("pool", "offers: unknown key", {"needs": NEEDS, "offers": []}),
    ],
)
def test_a_breach_is_one_line_that_names_the_field(verb: str, message: str, whole: dict[str, Any]) -> None:
    with pytest.raises(ContractError) as caught:
        run(verb, json.dumps(whole))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
