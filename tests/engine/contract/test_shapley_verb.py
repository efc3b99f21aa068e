"""The verb `shapley` from the outside."""

from __future__ import annotations

from typing import Any

import pytest

from engine.contract.asking import answer, refused, schema_agrees

PLAYERS = ["b", "a"]
VALUES = [{"of": ["a"], "value": 1}, {"of": ["b", "a"], "value": "7/2"}, {"of": ["b"], "value": 0}]


def by_values(**changes: Any) -> dict[str, Any]:
    return {"players": PLAYERS, "values": VALUES} | changes


def by_covers(**changes: Any) -> dict[str, Any]:
    covers = {"a": ["wood", "web"], "b": ["web"]}
    return {"players": PLAYERS, "covers": covers, "weights": {"wood": 2, "web": "3/2", "care": 9}} | changes


def test_both_forms_share_what_all_are_worth() -> None:
    assert answer("shapley", by_values()) == {
        "shares": [{"id": "a", "exact": "9/4"}, {"id": "b", "exact": "5/4"}],
        "in_core": True,
        "worst": {"of": ["a"], "excess": "-5/4"},
    }
    assert answer("shapley", by_covers()) == {
        "shares": [{"id": "a", "exact": "11/4"}, {"id": "b", "exact": "3/4"}],
        "in_core": False,
        "worst": {"of": ["a"], "excess": "3/4"},
    }


def test_the_empty_set_may_be_said_as_long_as_it_is_worth_nothing() -> None:
    assert answer("shapley", by_values(values=[{"of": [], "value": "0/7"}, *VALUES])) == answer("shapley", by_values())


def test_one_player_or_none_has_all_there_is() -> None:
    alone = answer("shapley", {"players": ["é"], "values": [{"of": ["é"], "value": 5}]})
    assert alone == {"shares": [{"id": "é", "exact": "5/1"}], "in_core": True, "worst": {"of": ["é"], "excess": "0/1"}}
    nobody = answer("shapley", {"players": [], "covers": {}, "weights": {}})
    assert nobody == {"shares": [], "in_core": True, "worst": {"of": [], "excess": "0/1"}}


MANY = [f"p{place}" for place in range(21)]
WRONG_IN_SHAPE = [
    ("input: none of values, covers", {"players": []}),
    ("covers: unknown key", by_values(covers={})),
    ("weights: missing", {"players": PLAYERS, "covers": {}}),
    ("values: not a list", by_values(values={})),
    ("values[0].value: not a whole number from 0", by_values(values=[{"of": ["a"], "value": -1}])),
    ("values[0].value: not a whole number from 0", by_values(values=[{"of": ["a"], "value": True}])),
    ("values[0].of[0]: empty", by_values(values=[{"of": [""], "value": 1}])),
    ("values[0].of: not a list", by_values(values=[{"of": "a", "value": 1}])),
    ("values[0].x: unknown key", by_values(values=[{"of": [], "value": 0, "x": 1}])),
    ("values[0]: not an object", by_values(values=[[]])),
    ("covers.a: not a list", by_covers(covers={"a": "wood"})),
]
WRONG_BEYOND_SHAPE = [
    ("players[2]: repeated (b)", by_values(players=["b", "a", "b"])),
    ("players: 21, more than 20", {"players": MANY, "covers": {}, "weights": {}}),
    ("values[3].of: repeated set", by_values(values=[*VALUES, {"of": ["a", "b"], "value": 1}])),
    ("values[0].of[1]: repeated (a)", by_values(values=[{"of": ["a", "a"], "value": 1}])),
    ("values[0].of[0]: unknown id (z)", by_values(values=[{"of": ["z"], "value": 1}])),
    ("values[0].value: not 0 for nobody", by_values(values=[{"of": [], "value": 1}, *VALUES])),
    ("values: missing the set b", by_values(values=VALUES[:2])),
    ("covers.z: unknown id (z)", by_covers(covers={"z": []})),
    ("covers.a[0]: unknown id (iron)", by_covers(covers={"a": ["iron"]})),
    ("covers.a[1]: repeated (web)", by_covers(covers={"a": ["web", "web"]})),
]


@pytest.mark.parametrize(("message", "whole"), WRONG_IN_SHAPE + WRONG_BEYOND_SHAPE)
def test_a_breach_is_one_line_that_names_the_field(message: str, whole: Any) -> None:
    refused("shapley", message, whole)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema_agrees("shapley", WRONG_IN_SHAPE, WRONG_BEYOND_SHAPE)


def test_the_order_of_players_and_values_changes_no_byte() -> None:
    assert answer("shapley", by_values(players=["a", "b"], values=VALUES[::-1])) == answer("shapley", by_values())
