"""The verb `network` from the outside."""

from __future__ import annotations

from typing import Any

import pytest

from engine.contract.asking import answer, refused, schema_agrees

ALWAYS = [{"from": "2020-01-01"}]
FACTS = [
    {"parties": ["b", "a"], "kind": "loan", "level": 2, "on": "2026-05-01"},
    {"parties": ["b", "a", "gone"], "kind": "job", "level": 4, "on": "2024-05-01", "lasts_days": 600},
    {"parties": ["b", "c"], "kind": "met", "level": 1, "on": "2026-05-02"},
    {"parties": ["d"], "kind": "note", "level": 1, "on": "2026-05-02"},
]


def said(**changes: Any) -> dict[str, Any]:
    structures = [{"id": one, "periods": ALWAYS} for one in "dcba"]
    structures.append({"id": "gone", "periods": [{"from": "2020-01-01", "until": "2026-05-31"}]})
    return {"structures": structures, "facts": FACTS, "on": "2026-06-01"} | changes


def fact(**changes: Any) -> dict[str, Any]:
    return said(facts=[FACTS[0] | changes])


def test_a_day_is_told_whole() -> None:
    assert answer("network", said()) == {
        "members": ["a", "b", "c", "d"],
        "ties": [
            {"a": "a", "b": "b", "level": 4, "since": "2024-05-01", "last": "2026-05-01"},
            {"a": "b", "b": "c", "level": 1, "since": "2026-05-02", "last": "2026-05-02"},
        ],
        "density": "1/3",
        "isolated": ["d"],
        "in_level_3_or_more": ["a", "b"],
        "lasting_over_365": [["a", "b"]],
        "bridges": [["a", "b"], ["b", "c"]],
        "communities": [["a", "b", "c"], ["d"]],
        "meet": [
            {"a": "a", "b": "c", "score": 0.5, "reasons": [{"code": "common_partner", "partner": "b", "points": 0.5}]}
        ],
    }


def test_nobody_and_nothing_is_told_too() -> None:
    told = answer("network", {"structures": [], "facts": [], "on": "2026-06-01"})
    assert told.pop("density") == "0/1"
    assert set(map(tuple, told.values())) == {()}


WRONG_IN_SHAPE = [
    ("on: not a day", said(on="tomorrow")),
    ("fade_days: not 0 or more", said(fade_days=-1)),
    ("facts[0].level: not between 1 and 6", fact(level=0)),
    ("facts[0].level: not between 1 and 6", fact(level=7)),
    ("facts[0].lasts_days: not a whole number", fact(lasts_days=1.5)),
    ("facts[0].kind: empty", fact(kind="")),
    ("facts[0].proof: unknown key", fact(proof=1)),
    ("structures[0].periods: missing", said(structures=[{"id": "a"}])),
    ("structures[0].periods[0].from: missing", said(structures=[{"id": "a", "periods": [{}]}])),
]
WRONG_BEYOND_SHAPE = [
    ("structures[1].id: repeated (a)", said(structures=[{"id": "a", "periods": []}] * 2)),
    ("facts[0].parties[1]: unknown id (z)", fact(parties=["a", "z"])),
    ("facts[0].parties[1]: repeated (a)", fact(parties=["a", "a"])),
    ("facts[0].on: not a day", fact(on="2026-02-30")),
    (
        "structures[0].periods[1].until: before from",
        said(structures=[{"id": "a", "periods": [*ALWAYS, {"from": "2026-02-02", "until": "2026-02-01"}]}], facts=[]),
    ),
]


@pytest.mark.parametrize(("message", "whole"), WRONG_IN_SHAPE + WRONG_BEYOND_SHAPE)
def test_a_breach_is_one_line_that_names_the_field(message: str, whole: Any) -> None:
    refused("network", message, whole)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema_agrees("network", WRONG_IN_SHAPE, WRONG_BEYOND_SHAPE)
