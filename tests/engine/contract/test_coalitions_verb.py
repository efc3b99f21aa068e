"""The verb `coalitions` from the outside."""

from __future__ import annotations

from typing import Any

import pytest

from engine.contract.asking import answer, refused, schema_agrees

STRUCTURES = [
    {"id": "c", "types": ["company"], "skills": {"wood": "1/2", "care": 1}, "recent": 2},
    {"id": "b", "types": ["ess"], "skills": {"wood": 3}},
    {"id": "a", "types": ["ess", "council"], "skills": {"web": 1, "wood": 0}},
    {"id": "far", "outside": True, "types": ["school"], "skills": {"iron": 2, "wood": 1}},
]


def said(**changes: Any) -> dict[str, Any]:
    requirements = [
        {"id": "build", "skill": "wood", "amount": 3},
        {"id": "site", "skill": "web", "mandatory": False, "weight": "3/2"},
    ]
    rules = {"types": [{"any_of": ["ess"], "more_than": "1/2"}], "lead": {"any_of": ["council", "company"]}}
    ties = [{"a": "a", "b": "b", "level": 2}, {"a": "b", "b": "a", "level": 5}]
    return {"requirements": requirements, "structures": STRUCTURES, "ties": ties, "rules": rules} | changes


def rules(**changes: Any) -> dict[str, Any]:
    return said(rules=changes)


def test_the_best_team_is_told_with_what_would_be_lost() -> None:
    told = answer("coalitions", said(apart_by="0.1"))
    assert (told["unlock"], told["conflict"], told["stopped"]) == ([], [], False)
    first, second = told["coalitions"]
    reasons = first.pop("reasons")
    assert first == {
        "members": ["a", "b"], "lead": "a", "covered": ["build", "site"], "uncovered": [],
        "merit": ["3/2", 2, 10, 0], "optimal": True, "bound": None,
        "each": [
            {"id": "a", "brings": ["site"], "alone": ["site"], "without": None},
            {"id": "b", "brings": ["build"], "alone": ["build"], "without": None},
        ],
    }  # fmt: skip
    assert {reason["code"] for reason in reasons} == {"covers", "works_with"}
    assert (second["members"], second["merit"]) == (["a", "b", "c"], ["3/2", 3, 10, 2])


def test_what_is_not_said_has_its_default() -> None:
    least = {"requirements": [{"id": "r", "skill": "s"}], "structures": [{"id": "b", "skills": {"s": 1}}, {"id": "a"}]}
    (only,) = answer("coalitions", least)["coalitions"]
    assert (only["members"], only["merit"], only["lead"]) == (["a", "b"], [0, 2, 0, 0], None)
    every_default = {
        "requirements": [{"id": "r", "skill": "s", "amount": 1, "members": 1, "mandatory": True, "weight": 1}],
        "structures": [
            {"id": "b", "types": [], "skills": {"s": 1}, "recent": 0, "outside": False},
            {"id": "a", "types": [], "skills": {}},
        ],
        "ties": [],
        "rules": {"least": 2, "most": 8, "types": [], "required": [], "excluded": [], "apart": []},
        "top": 3, "apart_by": "0.34", "seconds": 10,
    }  # fmt: skip
    assert answer("coalitions", every_default) == answer("coalitions", least)


def test_what_nobody_inside_has_is_told_with_who_outside_has_it() -> None:
    wanted = {"id": "iron", "skill": "iron", "amount": "5/2", "members": 2}
    told = answer("coalitions", said(requirements=[wanted], rules={"types": [{"any_of": ["school"]}]}))
    assert told["coalitions"] == told["conflict"] == []
    assert told["unlock"] == [
        {"requirement": "iron", "missing": {"amount": "5/2", "members": 2}, "by": ["far"]},
        {"rule": {"any_of": ["school"], "least": 1}, "missing": {"structures": 1}, "by": ["far"]},
    ]


def test_a_smallest_conflict_names_what_cannot_hold_together() -> None:
    contrary = [{"any_of": ["ess"], "least": 2}, {"any_of": ["company"], "least": 1}]
    told = answer("coalitions", rules(most=2, types=contrary, required=["b"]))
    assert told["coalitions"] == told["unlock"] == []
    assert told["conflict"] == [
        {"rule": {"most": 2}},
        {"rule": {"any_of": ["company"], "least": 1}},
        {"rule": {"any_of": ["ess"], "least": 2}},
    ]
    assert answer("coalitions", rules(required=["far"]))["conflict"] == [{"rule": {"required": "far"}}]
    assert answer("coalitions", rules(lead={"any_of": ["school"]}))["conflict"] == [
        {"rule": {"lead": {"any_of": ["school"]}}}
    ]


def test_numbers_of_forty_digits_are_exact() -> None:
    huge = 10**39
    structures = [
        {"id": "a", "skills": {"s": huge}, "recent": huge},
        {"id": "b", "skills": {"s": 1}, "recent": huge + 1},
        {"id": "c", "skills": {"s": 2}, "recent": huge},
        {"id": "d", "skills": {"s": 1}, "recent": huge},
    ]
    requirements = [
        {"id": "r", "skill": "s", "amount": huge + 1},
        {"id": "x", "skill": "s", "amount": huge + 2, "mandatory": False, "weight": huge},
        {"id": "y", "skill": "s", "amount": huge + 3, "mandatory": False, "weight": f"1/{huge}"},
    ]
    told = answer("coalitions", {"requirements": requirements, "structures": structures, "rules": {"most": 2}})
    assert [one["members"] for one in told["coalitions"]] == [["a", "c"], ["a", "d"], ["a", "b"]]
    assert told["coalitions"][0]["merit"] == [huge, 2, 0, 2 * huge]
    assert told["coalitions"][0]["optimal"]


def test_without_any_time_the_quick_answer_comes_with_a_bound() -> None:
    tired = [{**one, "recent": 4} if one["id"] == "b" else one for one in STRUCTURES]
    told = answer("coalitions", said(seconds=0, structures=tired))
    assert told["stopped"]
    (first, *_) = told["coalitions"]
    assert not first["optimal"]
    assert (first["merit"], first["bound"]) == (["3/2", 2, 10, 4], ["3/2", 2, 10, 0])


WRONG_IN_SHAPE = [
    ("structures: missing", {"requirements": []}),
    ("requirements[0].skill: missing", said(requirements=[{"id": "r"}])),
    ("requirements[0].amount: not a whole number from 0", said(requirements=[{"id": "r", "skill": "s", "amount": -1}])),
    ("requirements[0].mandatory: neither true", said(requirements=[{"id": "r", "skill": "s", "mandatory": 0}])),
    ("requirements[0].kind: unknown key", said(requirements=[{"id": "r", "skill": "s", "kind": "x"}])),
    ("structures[0].skills.s: not a whole number from 0", said(structures=[{"id": "a", "skills": {"s": 0.5}}])),
    ("structures[0].recent: not 0 or more", said(structures=[{"id": "a", "recent": -1}])),
    ("ties[0].level: not between 0 and 6", said(ties=[{"a": "a", "b": "b", "level": 7}])),
    ("rules.least: not a whole number", rules(least="2")),
    ("rules.types[0].any_of: missing", rules(types=[{"least": 1}])),
    ("rules.types[0].least: unknown key", rules(types=[{"any_of": ["a"], "least": 1, "more_than": "1/2"}])),
    ("rules.types[0].more_than: not a whole number from 0", rules(types=[{"any_of": ["a"], "more_than": "0.5"}])),
    ("rules.apart[0]: not a pair", rules(apart=[["a", "b", "c"]])),
    ("rules.lead.any_of: not a list", rules(lead={"any_of": "ess"})),
    ("rules.colour: unknown key", rules(colour=1)),
    ("top: not 1 or more", said(top=0)),
    ("apart_by: not a decimal", said(apart_by="34%")),
    ("apart_by: not a decimal", said(apart_by="1.01")),
    ("seconds: not between", said(seconds=-1)),
]  # fmt: skip
WRONG_BEYOND_SHAPE = [
    ("requirements[1].id: repeated (r)", said(requirements=[{"id": "r", "skill": "s"}] * 2)),
    ("structures[1].id: repeated (a)", said(structures=[{"id": "a"}, {"id": "a"}])),
    ("ties[0].b: unknown id (z)", said(ties=[{"a": "a", "b": "z", "level": 1}])),
    ("ties[0].b: the same as a", said(ties=[{"a": "a", "b": "a", "level": 1}])),
    ("rules.required[0]: unknown id (z)", rules(required=["z"])),
    ("rules.excluded[1]: repeated (a)", rules(excluded=["a", "a"])),
    ("rules.apart[0][1]: unknown id (z)", rules(apart=[["a", "z"]])),
    ("rules.apart[0][1]: repeated (a)", rules(apart=[["a", "a"]])),
]


@pytest.mark.parametrize(("message", "whole"), WRONG_IN_SHAPE + WRONG_BEYOND_SHAPE)
def test_a_breach_is_one_line_that_names_the_field(message: str, whole: Any) -> None:
    refused("coalitions", message, whole)


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    schema_agrees("coalitions", WRONG_IN_SHAPE, WRONG_BEYOND_SHAPE)
