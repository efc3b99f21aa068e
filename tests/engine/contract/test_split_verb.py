"""The verb `split` from the outside."""

from __future__ import annotations

from typing import Any

import pytest

from engine.contract.asking import answer, refused, schema_agrees


def said(**changes: Any) -> dict[str, Any]:
    """A whole valid input, with changes."""
    parties = [
        {"id": "b", "weights": {"m2": 3}},
        {"id": "a", "weights": {"m2": "1/2"}, "from": "2026-07-01"},
        {"id": "vide", "vacant": True, "weights": {"m2": 1}, "until": "2030-01-01"},
    ]
    return {
        "amount_cents": 1000, "from": "2026-01-01", "until": "2026-12-31", "key": {"by": "m2"}, "parties": parties,
        "lessor": "SCIC",
    } | changes  # fmt: skip


def party(**changes: Any) -> dict[str, Any]:
    return said(parties=[{"id": "a", "weights": {"m2": 1}} | changes])


def nested(times: int) -> dict[str, Any]:
    key: dict[str, Any] = {"equal": True}
    for _ in range(times):
        key = {"fixed": {}, "then": key}
    return key


def test_shares_come_by_id_with_their_reasons() -> None:
    shares = answer("split", said())["shares"]
    assert [(one["id"], one["cents"], one["days"], one.get("borne_by")) for one in shares] == [
        ("a", 59, 184, None), ("b", 706, 365, None), ("vide", 235, 365, "SCIC"),
    ]  # fmt: skip
    assert shares[0]["exact"] == "5750/97"
    assert shares[0]["reasons"] == [
        {"code": "by", "exact": "5750/97", "amount": "1000/1", "name": "m2", "weight": "1/2", "of": "1552/365",
         "days": 184, "of_days": 365},
    ]  # fmt: skip


def test_keys_nest_to_a_depth_and_no_further() -> None:
    assert answer("split", said(key=nested(19)))["shares"][0]["reasons"][-1]["code"] == "equal"
    refused("split", "key." + "then." * 19 + "then: more than 20 keys", said(key=nested(20)))


WRONG_IN_SHAPE = [
    ("amount_cents: not 0 or more", said(amount_cents=-1)),
    ("amount_cents: not a whole number", said(amount_cents="10/3")),
    ("key: none of equal, by, mix, fixed", said(key={})),
    ("key: not an object", said(key="equal")),
    ("key.equal: not true", said(key={"equal": False})),
    ("key.by: unknown key", said(key={"equal": True, "by": "m2"})),
    ("key.then: missing", said(key={"fixed": {}})),
    ("key.mix[0].share: not a whole number from 0", said(key={"mix": [{"share": "0.5", "key": {"equal": True}}]})),
    ("key.mix[0].key.by: empty", said(key={"mix": [{"share": 1, "key": {"by": ""}}]})),
    ("key.fixed.a: not a whole number", said(key={"fixed": {"a": "1/2"}, "then": {"equal": True}})),
    ("parties[0].vacant: neither true nor false", party(vacant=1)),
    ("parties[0].weights.m2: not a whole number from 0", party(weights={"m2": -1})),
    ("parties[0].colour: unknown key", party(colour=1)),
    ("until: missing", {key: value for key, value in said().items() if key != "until"}),
]
WRONG_BEYOND_SHAPE = [
    ("until: before from", said(until="2025-12-31")),
    ("parties[0].until: before from", party(**{"from": "2026-02-01", "until": "2026-01-31"})),
    ("parties[1].id: repeated (a)", said(parties=[{"id": "a"}, {"id": "a"}])),
    ("lessor: missing, and parties[2] is vacant", {key: value for key, value in said().items() if key != "lessor"}),
    ("lessor: a vacant row (vide)", said(lessor="vide")),
    ("key.by: weights sum to 0", said(key={"by": "desks"})),
    ("key.equal: weights sum to 0", said(key={"equal": True}, parties=[])),
    ("key.equal: weights sum to 0", said(key={"equal": True}, parties=[{"id": "a", "until": "2025-01-01"}])),
    ("key.mix: shares sum to 9/10, not 1", said(key={"mix": [{"share": "9/10", "key": {"equal": True}}]})),
    ("key.fixed: sums to 1001, above the amount 1000", said(key={"fixed": {"a": 1001}, "then": {"equal": True}})),
    ("key.fixed.z: unknown id (z)", said(key={"fixed": {"z": 1}, "then": {"equal": True}})),
]


@pytest.mark.parametrize(("message", "whole"), WRONG_IN_SHAPE + WRONG_BEYOND_SHAPE)
def test_a_breach_is_one_line_that_names_the_field(message: str, whole: Any) -> None:
    refused("split", message, whole)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema_agrees("split", WRONG_IN_SHAPE, WRONG_BEYOND_SHAPE)


def test_the_order_of_parties_changes_no_byte() -> None:
    assert answer("split", said(parties=said()["parties"][::-1])) == answer("split", said())
