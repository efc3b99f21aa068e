"""The verb `coalitions` at the border: a call and who could answer it in, teams or what keeps it closed out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from phares.engine.coalitions import (
    Answer,
    Call,
    Coalition,
    CountRule,
    Element,
    Lock,
    Merit,
    Requirement,
    Rules,
    ShareRule,
    Structure,
    Tie,
    TypeRule,
    cover,
)
from phares.engine.contract.coalitions_asked import INPUT, checked
from phares.engine.contract.exact import FRACTION, REASONS, amount, listed, record
from phares.engine.contract.shape import ListOf, Schema, Text, Whole

__all__ = ["INPUT", "OUTPUT", "answered", "asked_of"]

_ID, _IDS = Text(1).schema(), ListOf(Text(1)).schema()
_AMOUNT: Schema = {"oneOf": [Whole().schema(), FRACTION]}
_MERIT: Schema = {"type": "array", "prefixItems": [_AMOUNT, *[Whole().schema()] * 3], "minItems": 4, "maxItems": 4}
_MERIT_OR_NULL: Schema = {"oneOf": [_MERIT, {"type": "null"}]}
_OPTIONAL_ID: Schema = {**_ID, "optional": True}
_OPTIONAL_RULE: Schema = {"type": "object", "optional": True}

OUTPUT = record(
    coalitions=listed(
        record(
            members=_IDS,
            lead={"oneOf": [_ID, {"type": "null"}]},
            covered=_IDS,
            uncovered=_IDS,
            merit=_MERIT,
            optimal={"type": "boolean"},
            bound=_MERIT_OR_NULL,
            each=listed(record(id=_ID, brings=_IDS, alone=_IDS, without=_MERIT_OR_NULL)),
            reasons=REASONS,
        )
    ),
    unlock=listed(
        record(
            requirement=_OPTIONAL_ID,
            rule=_OPTIONAL_RULE,
            missing={"type": "object", "additionalProperties": _AMOUNT},
            by=_IDS,
        )
    ),
    conflict=listed(record(requirement=_OPTIONAL_ID, rule=_OPTIONAL_RULE)),
    stopped={"type": "boolean"},
)


def answered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The team that covers a call, from records to records."""
    checked(asked)
    answer = cover(
        asked_of(asked), asked.get("top", 3), asked.get("apart_by", Fraction(34, 100)), asked.get("seconds", 10)
    )
    return _written(answer)


def asked_of(asked: Mapping[str, Any]) -> Call:
    """The call that a record tells."""
    return Call(
        tuple(Requirement(**row) for row in asked["requirements"]),
        tuple(_structure(row) for row in asked["structures"]),
        tuple(Tie(**row) for row in asked.get("ties", [])),
        _rules(asked.get("rules", {})),
    )


def _structure(row: Mapping[str, Any]) -> Structure:
    return Structure(**{**row, "types": frozenset(row.get("types", ()))})


def _rules(row: Mapping[str, Any]) -> Rules:
    said = {
        **row,
        "types": tuple(_type_rule(rule) for rule in row.get("types", ())),
        "required": tuple(row.get("required", ())),
        "excluded": tuple(row.get("excluded", ())),
        "apart": tuple((a, b) for a, b in row.get("apart", ())),
        "lead": frozenset(row["lead"]["any_of"]) if "lead" in row else None,
    }
    return Rules(**said)


def _type_rule(row: Mapping[str, Any]) -> TypeRule:
    any_of = frozenset(row["any_of"])
    if "more_than" in row:
        return ShareRule(any_of, row["more_than"])
    return CountRule(any_of, row.get("least", 1), row.get("most"))


def _written(answer: Answer) -> dict[str, Any]:
    return {
        "coalitions": [_coalition(one) for one in answer.coalitions],
        "unlock": [_lock(one) for one in answer.unlock],
        "conflict": [_element(one) for one in answer.conflict],
        "stopped": answer.stopped,
    }


def _coalition(one: Coalition) -> dict[str, Any]:
    return {
        "members": one.members,
        "lead": one.lead,
        "covered": one.covered,
        "uncovered": one.uncovered,
        "merit": _merit(one.merit),
        "optimal": one.optimal,
        "bound": _merit(one.bound),
        "each": [
            {"id": place.id, "brings": place.brings, "alone": place.alone, "without": _merit(place.without)}
            for place in one.each
        ],
        "reasons": [{**reason.facts, "code": reason.code} for reason in one.reasons],
    }


def _merit(merit: Merit | None) -> list[Any] | None:
    return None if merit is None else [amount(merit.weight), merit.members, merit.ties, merit.recent]


def _lock(lock: Lock) -> dict[str, Any]:
    lacking = {
        "amount": amount(lock.missing.amount),
        "members": lock.missing.members,
        "structures": lock.missing.structures,
        "others": lock.missing.others,
    }
    named = {"requirement": lock.of.id} if isinstance(lock.of, Requirement) else {"rule": _rule(lock.of)}
    return {**named, "missing": {key: number for key, number in lacking.items() if number}, "by": lock.by}


def _rule(rule: TypeRule) -> dict[str, Any]:
    any_of = sorted(rule.any_of)
    if isinstance(rule, ShareRule):
        return {"any_of": any_of, "more_than": amount(rule.more_than)}
    return {"any_of": any_of, "least": rule.least} | ({} if rule.most is None else {"most": rule.most})


def _element(one: Element) -> dict[str, Any]:
    if isinstance(one.said, Requirement):
        return {"requirement": one.said.id}
    if one.name == "lead" and isinstance(one.said, CountRule):
        return {"rule": {"lead": {"any_of": sorted(one.said.any_of)}}}
    return {"rule": _rule(one.said) if isinstance(one.said, CountRule | ShareRule) else {one.name: one.said}}
