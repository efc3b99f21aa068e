"""The verb `cycles` at the border: edges in, rounds of barter out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from phares.engine.contract.error import ContractError
from phares.engine.contract.reasons import REASONS
from phares.engine.contract.shape import ListOf, Number, Record, Schema, Text, Whole
from phares.engine.cycles import Cycle, Edge, TooMany, elementary, served_together

ID = Text(1)
GREATEST_SCORE = 1_000_000.0

EDGE = Record(
    {"from": ID, "to": ID, "need": ID, "offer": ID, "score": Number(-GREATEST_SCORE, GREATEST_SCORE)},
)

INPUT = Record(
    needed={"edges": ListOf(EDGE)},
    optional={"longest": Whole(2), "most": Whole(0)},
)

_SCORE: Schema = {"type": "number"}
_CYCLE: Schema = {
    "type": "object",
    "required": ["edges", "reasons", "score", "structures"],
    "additionalProperties": False,
    "properties": {
        "structures": {"type": "array", "items": ID.schema(), "minItems": 2},
        "edges": {
            "type": "array",
            "minItems": 2,
            "items": {
                "type": "object",
                "required": ["from", "need", "offer", "score", "to"],
                "additionalProperties": False,
                "properties": {key: ID.schema() for key in ("from", "to", "need", "offer")} | {"score": _SCORE},
            },
        },
        "score": _SCORE,
        "reasons": REASONS,
    },
}
OUTPUT: Schema = {
    "type": "object",
    "required": ["cycles", "disjoint"],
    "additionalProperties": False,
    "properties": {key: {"type": "array", "items": _CYCLE} for key in ("cycles", "disjoint")},
}


def chained(asked: Mapping[str, Any]) -> dict[str, Any]:
    """All rounds of barter, and those that can be held together, from records to records."""
    edges = [_edge(row) for row in asked["edges"]]
    try:
        found = elementary(edges, asked.get("longest", 5), asked.get("most", 10_000))
    except TooMany as error:
        raise ContractError("most", str(error)) from None
    return {"cycles": list(map(_written, found)), "disjoint": list(map(_written, served_together(found)))}


def _edge(row: Mapping[str, Any]) -> Edge:
    return Edge(row["from"], row["to"], row["need"], row["offer"], round(row["score"] * 1_000_000))


def _written(cycle: Cycle) -> dict[str, Any]:
    weakest = cycle.weakest
    return {
        "structures": list(cycle.structures),
        "edges": [_record(edge) for edge in cycle.edges],
        "score": weakest.score,
        "reasons": [
            {"code": "round_of", "structures": len(cycle.edges)},
            {"code": "weakest_edge", **_record(weakest)},
        ],
    }


def _record(edge: Edge) -> dict[str, Any]:
    return {"from": edge.giver, "to": edge.taker, "need": edge.need, "offer": edge.offer, "score": edge.score}
