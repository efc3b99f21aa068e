"""What a search for teams answered, as plain data with our own numbers: what a page shows and a row keeps."""

from collections.abc import Callable
from typing import Any

from phares.engine import coalitions as engine

Number = Callable[[int], int]


def told_of(call: engine.Call, answer: engine.Answer) -> dict[str, Any]:
    """Return the engine's answer under the numbers of structures, rows and rules."""
    return {
        "teams": [_team(one) for one in answer.coalitions],
        "locks": [_lock(call, one) for one in answer.unlock],
        "conflict": [_element(call, one) for one in answer.conflict],
        "stopped": answer.stopped,
    }


def renumbered(told: dict[str, Any], structure: Number, row: Number) -> dict[str, Any]:
    """Return the same answer on an installation where structures and rows have other numbers; 0 did not come along."""
    return {
        **told,
        "teams": [_team_elsewhere(one, structure, row) for one in told.get("teams", [])],
        "locks": [
            {**_row_elsewhere(one, row), "by": [structure(pk) for pk in one["by"]]} for one in told.get("locks", [])
        ],
        "conflict": [
            _row_elsewhere(one, row) | ({"structure": structure(one["structure"])} if "structure" in one else {})
            for one in told.get("conflict", [])
        ],
    }


def _row_elsewhere(one: dict[str, Any], row: Number) -> dict[str, Any]:
    return one | ({"row": row(one["row"])} if "row" in one else {})


def _team_elsewhere(one: dict[str, Any], structure: Number, row: Number) -> dict[str, Any]:
    return {
        **one,
        "members": [structure(pk) for pk in one["members"]],
        **{name: [row(pk) for pk in one[name]] for name in ("covered", "uncovered")},
        "each": [
            {**seat, "structure": structure(seat["structure"])}
            | {name: [row(pk) for pk in seat[name]] for name in ("brings", "alone")}
            for seat in one["each"]
        ],
        "ties": [{name: structure(pk) for name, pk in tie.items()} for tie in one["ties"]],
    }


def _number(key: str) -> int:
    return int(key.rpartition("-")[2] if "-" in key else key.removeprefix("r"))


def _merit(merit: engine.Merit | None) -> dict[str, Any] | None:
    if merit is None:
        return None
    return {"weight": str(merit.weight), "members": merit.members, "ties": merit.ties, "recent": merit.recent}


def _team(one: engine.Coalition) -> dict[str, Any]:
    return {
        "members": [_number(key) for key in one.members],
        "covered": [_number(key) for key in one.covered],
        "uncovered": [_number(key) for key in one.uncovered],
        "merit": _merit(one.merit),
        "optimal": one.optimal,
        "bound": _merit(one.bound),
        "each": [
            {
                "structure": _number(place.id),
                "brings": [_number(key) for key in place.brings],
                "alone": [_number(key) for key in place.alone],
                "without": _merit(place.without),
            }
            for place in one.each
        ],
        "ties": [
            {"member": _number(str(reason.facts["member"])), "with": _number(str(reason.facts["with"]))}
            for reason in one.reasons
            if reason.code == "works_with"
        ],
        "unproven": any(reason.code == "without_not_proven" for reason in one.reasons),
    }


def _lock(call: engine.Call, one: engine.Lock) -> dict[str, Any]:
    return {
        **_said(call, one.of),
        "amount": str(one.missing.amount),
        "members": one.missing.members,
        "structures": one.missing.structures,
        "others": one.missing.others,
        "by": [_number(key) for key in one.by],
    }


def _said(call: engine.Call, said: Any) -> dict[str, Any]:
    """Return the row, or the place of the rule, that something is about."""
    if isinstance(said, engine.Requirement):
        return {"row": _number(said.id)}
    return {"rule": call.rules.types.index(said)} if said in call.rules.types else {}


def _element(call: engine.Call, one: engine.Element) -> dict[str, Any]:
    told: dict[str, Any] = {"name": one.name, **_said(call, one.said)}
    if one.name in {"required", "excluded"}:
        told["structure"] = _number(str(one.said))
    if one.name in {"least", "most"}:
        told["number"] = one.said
    return told
