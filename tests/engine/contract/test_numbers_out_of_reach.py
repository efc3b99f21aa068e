"""A call that asks for a million, or for more than any computer counts to, is answered as any other, and at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from phares.engine.contract import run

HUGE = 10**30
TWO = [{"id": "a", "skills": {"wood": 1}, "types": ["ess"]}, {"id": "b", "skills": {"wood": 1}}]


def told(requirement: dict[str, Any], rules: dict[str, Any]) -> dict[str, Any]:
    asked = {"requirements": [{"id": "r", "skill": "wood", **requirement}], "structures": TWO, "rules": rules}
    answer: dict[str, Any] = json.loads(run("coalitions", json.dumps(asked)))
    return answer


@pytest.mark.parametrize(
    ("requirement", "rules"),
    [
        ({}, {"most": HUGE}),
        ({"members": HUGE, "mandatory": False}, {"most": HUGE}),
        ({}, {"types": [{"any_of": ["ess"], "most": HUGE}]}),
    ],
)
def test_what_is_never_reached_changes_nothing(requirement: dict[str, Any], rules: dict[str, Any]) -> None:
    assert [one["members"] for one in told(requirement, rules)["coalitions"]] == [["a", "b"]]


@pytest.mark.parametrize(
    ("requirement", "rules", "missing"),
    [
        ({"members": HUGE}, {}, {"members": HUGE - 2}),
        ({}, {"least": HUGE, "most": HUGE}, {"structures": HUGE - 2}),
        ({}, {"types": [{"any_of": ["ess"], "least": HUGE}], "most": HUGE}, {"structures": HUGE - 1}),
        ({}, {"types": [{"any_of": ["none"], "more_than": "3/2"}], "most": HUGE}, {}),
    ],
)
def test_what_cannot_be_reached_is_told_to_the_last_digit(
    requirement: dict[str, Any], rules: dict[str, Any], missing: dict[str, Any]
) -> None:
    answer = told(requirement, rules)
    assert (answer["coalitions"], [lock["missing"] for lock in answer["unlock"]]) == ([], [missing])
