"""What the verb `coalitions` reads, and what only a whole reading can refuse: repeated ids, unknown ids."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from phares.engine.contract.decimal import Decimal
from phares.engine.contract.either import Either
from phares.engine.contract.error import ContractError
from phares.engine.contract.ids import distinct, known, unrepeated
from phares.engine.contract.shape import Amount, Flag, ListOf, MapOf, Number, Record, Schema, Text, Whole

ID = Text(1)
IDS = ListOf(ID)


@dataclass(frozen=True)
class Two:
    """A pair of ids."""

    def read(self, value: Any, path: str) -> list[str]:
        """The two ids."""
        ids = IDS.read(value, path)
        if len(ids) != 2:
            raise ContractError(path, "not a pair of ids")
        return ids

    def schema(self) -> Schema:
        """An array of two."""
        return {**IDS.schema(), "minItems": 2, "maxItems": 2}


REQUIREMENT = Record(
    {"id": ID, "skill": ID},
    {"amount": Amount(), "members": Whole(), "mandatory": Flag(), "weight": Amount()},
)
STRUCTURE = Record({"id": ID}, {"types": ListOf(ID), "skills": MapOf(Amount()), "recent": Whole(), "outside": Flag()})
TYPE_RULE = Either(
    {"more_than": Record({"any_of": IDS, "more_than": Amount()})},
    otherwise=Record({"any_of": IDS}, {"least": Whole(), "most": Whole()}),
)
RULES = Record(
    {},
    {
        "least": Whole(),
        "most": Whole(),
        "types": ListOf(TYPE_RULE),
        "required": IDS,
        "excluded": IDS,
        "apart": ListOf(Two()),
        "lead": Record({"any_of": IDS}),
    },
)
INPUT = Record(
    {"requirements": ListOf(REQUIREMENT), "structures": ListOf(STRUCTURE)},
    {
        "ties": ListOf(Record({"a": ID, "b": ID, "level": Whole(0, 6)})),
        "rules": RULES,
        "top": Whole(1),
        "apart_by": Decimal(),
        "seconds": Number(0, 10**6),
    },
)


def checked(asked: Mapping[str, Any]) -> None:
    """Refuse ids that are repeated or that nobody has."""
    unrepeated(asked["requirements"], "requirements")
    ids = unrepeated(asked["structures"], "structures")
    ties, rules = asked.get("ties", []), asked.get("rules", {})
    known(ties, "ties", "a", ids)
    known(ties, "ties", "b", ids)
    for place, row in enumerate(ties):
        if row["a"] == row["b"]:
            raise ContractError(f"ties[{place}].b", "the same as a")
    for key in ("required", "excluded"):
        _named(rules.get(key, []), f"rules.{key}", ids)
    for place, pair in enumerate(rules.get("apart", [])):
        _named(pair, f"rules.apart[{place}]", ids)


def _named(some: list[str], path: str, ids: Collection[str]) -> None:
    distinct(some, path)
    for place, one in enumerate(some):
        if one not in ids:
            raise ContractError(f"{path}[{place}]", f"unknown id ({one})")
