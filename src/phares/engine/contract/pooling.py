"""The verb `pool` at the border: needs in, groups of the same need out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from phares.engine.contract.ids import unrepeated
from phares.engine.contract.matching import ID, ITEM, item
from phares.engine.contract.reasons import REASONS
from phares.engine.contract.shape import Choice, ListOf, Record, Schema, Whole
from phares.engine.pool import FORMS, Group, pool

INPUT = Record(needed={"needs": ListOf(ITEM)}, optional={"least": Whole(1)})

OUTPUT: Schema = {
    "type": "object",
    "required": ["groups"],
    "additionalProperties": False,
    "properties": {
        "groups": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["form", "needs", "reasons"],
                "additionalProperties": False,
                "properties": {
                    "needs": {"type": "array", "items": ID.schema(), "minItems": 2, "uniqueItems": True},
                    "form": Choice(FORMS).schema(),
                    "reasons": REASONS,
                },
            },
        }
    },
}


def pooled(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The same need at several structures, from records to records."""
    unrepeated(asked["needs"], "needs")
    needs = [item(row, f"needs[{place}]") for place, row in enumerate(asked["needs"])]
    return {"groups": [_written(group) for group in pool(needs, asked.get("least", 2))]}


def _written(group: Group) -> dict[str, Any]:
    reasons = [{**reason.facts, "code": reason.code} for reason in group.reasons]
    return {"needs": list(group.needs), "form": group.form, "reasons": reasons}
