"""Whatever JSON comes in, a verb answers by its schema or refuses in one line; never anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from phares.engine.contract import ContractError, run, schema

VERBS = ("match", "pool", "cycles")
WRITES = {verb: Draft202012Validator(json.loads(schema(verb))["output"]) for verb in VERBS}
KEYS = (
    "needs offers ties refusals shown top least edges longest most id by title text kind tags lat lon from until "
    "weekly quantity unit exchange a b level need offer reason to score"
).split()

strange = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6), st.just([]), st.just({}),
    st.sampled_from(("MON 22:00-02:00", "MON 9:00-10:00", "2026-02-29", "1/0", "-1/2", "1e3", "٣", "space", "\ud800")),
)  # fmt: skip
anything = st.recursive(
    strange, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner), max_leaves=12
)
ids = st.sampled_from(("x", "y", "é"))


def mended(needed: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Records that are nearly right: their needed keys, some of the others, and now and then something strange."""
    right = st.fixed_dictionaries(needed, optional=optional)
    wrong = st.dictionaries(st.sampled_from(KEYS), strange, max_size=1)
    return st.builds(lambda one, other: {**one, **other}, right, st.one_of(st.just({}), st.just({}), wrong))


item = mended(
    {"id": ids, "by": ids, "title": st.text(max_size=12) | st.sampled_from(("vélo cargo", "une salle", "Vélos"))},
    {
        "kind": st.sampled_from(("space", "skill", "other")),
        "lat": st.floats(-95, 95), "lon": st.floats(-185, 185),
        "from": st.dates().map(str), "until": st.dates().map(str),
        "weekly": st.lists(st.sampled_from(("MON 09:00-12:00", "SUN 00:00-24:00", "TUE 12:00-12:00")), max_size=2),
        "quantity": st.integers(-1, 9) | st.sampled_from(("3/2", "07/02", 10**50)), "unit": st.text(max_size=3),
    },
)  # fmt: skip
edge = mended({"from": ids, "to": ids, "need": ids, "offer": ids, "score": st.floats(-1, 1) | st.integers(0, 9)}, {})
whole = st.one_of(
    anything,
    mended(
        {"needs": st.lists(item, max_size=2), "offers": st.lists(item, max_size=2)},
        {"shown": st.dictionaries(ids, st.integers(0, 10**30)), "top": st.integers(0, 10**30)},
    ),
    mended({"needs": st.lists(item, max_size=3)}, {"least": st.integers(0, 4)}),
    mended({"edges": st.lists(edge, max_size=6)}, {"longest": st.integers(1, 10**30), "most": st.integers(0, 9)}),
)


def answer_or_refusal(verb: str, text: str) -> tuple[str | None, str | None]:
    """What a verb answers, or what it says of why not."""
    try:
        return run(verb, text), None
    except ContractError as error:
        return None, str(error)


@pytest.mark.parametrize("verb", VERBS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(asked=whole)
def test_any_json_is_answered_by_the_schema_or_refused_in_one_line(verb: str, asked: Any) -> None:
    answer, refusal = answer_or_refusal(verb, json.dumps(asked))
    if answer is None:
        assert refusal
        assert len(refusal.splitlines()) == 1
    else:
        WRITES[verb].validate(json.loads(answer))
        assert answer.endswith("}\n")


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_is_refused_in_one_line(text: str) -> None:
    answer, refusal = answer_or_refusal("match", text)
    assert answer is None
    assert refusal


@pytest.mark.parametrize("key", ["a\nb", "\u2028", "\ud800", "\x1b[2J"])
def test_a_key_that_would_break_the_line_is_written_without_breaking_it(key: str) -> None:
    _, refusal = answer_or_refusal("match", json.dumps({"needs": [], "offers": [], key: 1}))
    assert refusal is not None
    assert refusal.isprintable()
