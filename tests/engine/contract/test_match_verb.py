"""The verb `match` from the outside: what it reads, what it refuses in one line, what it writes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from phares.engine.contract import VERBS, ContractError, run, schema

LAT = '{"needs": [{"id": "a", "by": "b", "title": "c", "lat": %s, "lon": 1}], "offers": []}'
SCHEMAS = json.loads(schema("match"))
READS = Draft202012Validator(SCHEMAS["input"])
WRITES = Draft202012Validator(SCHEMAS["output"])


def said(**changes: Any) -> dict[str, Any]:
    """A whole valid input, with changes."""
    need = {
        "id": "n1", "by": "A", "title": "Un vélo cargo", "text": "pour nos livraisons", "kind": "equipment",
        "tags": ["vélo"], "lat": 48.9, "lon": 2.3, "from": "2026-01-01", "until": "2026-02-01",
        "weekly": ["MON 09:00-12:00", "SUN 00:00-24:00"], "quantity": "5/2", "unit": "jours", "exchange": "free",
    }  # fmt: skip
    offer = {"id": "o1", "by": "B", "title": "Vélo-cargo à prêter", "quantity": 2, "unit": "jours"}
    whole = {
        "needs": [need], "offers": [offer], "ties": [{"a": "A", "b": "B", "level": 3}],
        "refusals": [], "shown": {"B": 2}, "top": 5,
    }  # fmt: skip
    return whole | changes


def with_need(**changes: Any) -> dict[str, Any]:
    return said(needs=[said()["needs"][0] | changes])


def written(value: Any) -> str:
    return json.dumps(value)


def test_an_answer_is_canonical_and_follows_its_schema() -> None:
    text = run("match", written(said()))
    answer = json.loads(text)
    WRITES.validate(answer)
    assert text == json.dumps(answer, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (found,) = answer["matches"]
    assert (found["need"], found["offer"], found["rank"]) == ("n1", "o1", 1)
    assert round(sum(reason["points"] for reason in found["reasons"]), 6) == found["score"]
    assert {lack["code"] for lack in found["missing"]} == {"quantity"}


def test_accents_are_written_as_they_are() -> None:
    whole = said(needs=[{"id": "é", "by": "A", "title": "vélo"}])
    assert '"need": "é"' in run("match", written(whole))


def test_the_smallest_input_is_answered() -> None:
    assert run("match", '{"needs": [], "offers": []}') == '{\n  "matches": []\n}\n'


def test_a_refused_pair_and_the_own_structure_stay_out() -> None:
    assert json.loads(run("match", written(said(refusals=[{"need": "n1", "offer": "o1"}]))))["matches"] == []
    assert json.loads(run("match", written(with_need(by="B"))))["matches"] == []


WRONG_IN_SHAPE = [
    ("needs[0].colour: unknown key", with_need(colour="red")),
    ("extra: unknown key", said(extra=1)),
    ("offers: missing", {"needs": []}),
    ("needs: not a list", said(needs={})),
    ("needs[0]: not an object", said(needs=["n1"])),
    ("needs[0].id: empty", with_need(id="")),
    ("needs[0].id: not a string", with_need(id=7)),
    ("needs[0].title: not a string", with_need(title=None)),
    ("needs[0].kind: not one of space, equipment, skill", with_need(kind="boat")),
    ("needs[0].tags[1]: not a string", with_need(tags=["a", 1])),
    ("needs[0].lat: not between -90 and 90", with_need(lat=90.5)),
    ("needs[0].lat: not a number", with_need(lat="48")),
    ("needs[0].lat: not a number", with_need(lat=True)),
    ("needs[0].from: not a day", with_need(**{"from": "1 May"})),
    ("needs[0].from: not a day", with_need(**{"from": 20260101})),
    ("needs[0].weekly[0]: not a weekly time", with_need(weekly=["Monday"])),
    ("needs[0].weekly[0]: not a weekly time", with_need(weekly=["MON 09:00-25:00"])),
    ("needs[0].quantity: not a whole number from 0", with_need(quantity=-1)),
    ("needs[0].quantity: not a whole number from 0", with_need(quantity=2.5)),
    ("needs[0].quantity: not a whole number from 0", with_need(quantity="1/0")),
    ("needs[0].exchange: not one of free, barter, paid", with_need(exchange="gift")),
    ("ties[0].level: not between 0 and 6", said(ties=[{"a": "A", "b": "B", "level": 7}])),
    ("ties[0].level: not a whole number", said(ties=[{"a": "A", "b": "B", "level": 1.5}])),
    ("refusals[0].offer: missing", said(refusals=[{"need": "n1"}])),
    ("shown.B: not 0 or more", said(shown={"B": -1})),
    ("shown: not an object", said(shown=[])),
    ("top: not 1 or more", said(top=0)),
    ("top: not a whole number", said(top=True)),
    ("input: not an object", []),
]

WRONG_BEYOND_SHAPE = [
    ("needs[0].until: before from", with_need(until="2025-12-31")),
    ("needs[0].until: not a day", with_need(until="2026-02-30")),
    ("needs[0].weekly[0]: ends before it starts", with_need(weekly=["MON 12:00-09:00"])),
    ("needs[1].id: repeated (n1)", said(needs=said()["needs"] * 2)),
    ("offers[1].id: repeated (o1)", said(offers=said()["offers"] * 2)),
    ("refusals[0].need: unknown id (n9)", said(refusals=[{"need": "n9", "offer": "o1", "reason": ""}])),
    ("refusals[0].offer: unknown id (o9)", said(refusals=[{"need": "n1", "offer": "o9", "reason": ""}])),
    ("ties[0].b: the same as a", said(ties=[{"a": "A", "b": "A", "level": 1}])),
]


@pytest.mark.parametrize(("message", "whole"), WRONG_IN_SHAPE + WRONG_BEYOND_SHAPE)
def test_a_breach_is_one_line_that_names_the_field(message: str, whole: Any) -> None:
    with pytest.raises(ContractError) as caught:
        run("match", written(whole))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_place_with_one_coordinate_only_is_refused() -> None:
    half = said()["needs"][0]
    del half["lon"]
    with pytest.raises(ContractError, match=r"needs\[0\]\.lon: missing beside lat"):
        run("match", written(said(needs=[half])))
    assert not READS.is_valid(said(needs=[half]))


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("input: not JSON at line 1 column 2", "{"),
        ("input: not JSON", ""),
        ("input: NaN is no number", LAT % "NaN"),
        ("input: Infinity is no number", "Infinity"),
        ("needs[0].lat: not between", LAT % "1e999"),
        ("top: repeated key", '{"needs": [], "offers": [], "top": 1, "top": 2}'),
        ("top: not a whole number", '{"needs": [], "offers": [], "top": 1e999}'),
        ("input: not JSON that can be read", "[" * 200_000),
        ("input: not JSON that can be read", "9" * 5_000),
        ("needs[0].id: not valid Unicode", '{"needs": [{"id": "\\ud800", "by": "b", "title": "c"}], "offers": []}'),
    ],
)
def test_what_is_no_json_is_refused_in_one_line(message: str, text: str) -> None:
    with pytest.raises(ContractError) as caught:
        run("match", text)
    assert str(caught.value).startswith(message)


def test_the_schema_refuses_what_the_reader_refuses_as_far_as_a_schema_can() -> None:
    Draft202012Validator.check_schema(SCHEMAS["input"])
    Draft202012Validator.check_schema(SCHEMAS["output"])
    assert READS.is_valid(said())
    assert [message for message, whole in WRONG_IN_SHAPE if READS.is_valid(whole)] == []
    assert [message for message, whole in WRONG_BEYOND_SHAPE if not READS.is_valid(whole)] == []


def test_an_unknown_verb_names_the_known_ones() -> None:
    for ask in (lambda: run("dance", "{}"), lambda: schema("dance")):
        with pytest.raises(ContractError, match=rf"verb: unknown \(dance\); known: {', '.join(sorted(VERBS))}"):
            ask()


scraps = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 9), st.floats(allow_nan=False), st.text(max_size=4)),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(("id", "by", "x")), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(said()["needs"][0])), scraps)
def test_whatever_stands_in_a_field_the_reader_and_the_schema_agree(key: str, scrap: Any) -> None:
    whole = with_need(**{key: scrap})
    try:
        WRITES.validate(json.loads(run("match", written(whole))))
    except ContractError:
        assert not READS.is_valid(whole) or key in {"from", "until", "weekly"}
    else:
        assert READS.is_valid(whole)


def test_the_same_input_in_another_order_gives_the_same_bytes() -> None:
    titles = ["Vélo cargo", "Barnum", "Vélos"]
    offers = [{"id": f"o{at}", "by": f"S{at % 3}", "title": title} for at, title in enumerate(titles)]
    forth, back = said(offers=offers), said(offers=offers[::-1])
    assert run("match", written(forth)) == run("match", written(dict(reversed(back.items()))))
