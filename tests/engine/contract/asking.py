"""Asking a verb in tests: its answer, canonical and by its schema; its refusal, in one line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from phares.engine.contract import ContractError, run, schema

Wrong = list[tuple[str, Any]]


def answer(verb: str, whole: Any) -> Any:
    """The answer, once it is seen to be canonical and to follow the verb's schemas."""
    schemas = json.loads(schema(verb))
    assert Draft202012Validator(schemas["input"]).is_valid(whole)
    text = run(verb, json.dumps(whole))
    told = json.loads(text)
    Draft202012Validator(schemas["output"]).validate(told)
    assert text == json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return told


def refused(verb: str, message: str, whole: Any) -> None:
    """The verb refuses in one line that begins with the message."""
    with pytest.raises(ContractError) as caught:
        run(verb, json.dumps(whole))
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def schema_agrees(verb: str, wrong_in_shape: Wrong, wrong_beyond_shape: Wrong) -> None:
    """The schema refuses what the reader refuses, as far as a schema can."""
    schemas = json.loads(schema(verb))
    for one in schemas.values():
        Draft202012Validator.check_schema(one)
    reads = Draft202012Validator(schemas["input"])
    assert [message for message, whole in wrong_in_shape if reads.is_valid(whole)] == []
    assert [message for message, whole in wrong_beyond_shape if not reads.is_valid(whole)] == []
