"""The verb `match` at the border: records in, items of the matching, records out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from phares.engine.contract.error import ContractError
from phares.engine.contract.ids import known, unrepeated
from phares.engine.contract.shape import Amount, Choice, Day, ListOf, MapOf, Number, Record, Schema, Text, Whole
from phares.engine.matching import Item, Match, Refusal, Slot, Tie, match
from phares.engine.matching.item import DAYS, EXCHANGES, KINDS

ID = Text(1)


@dataclass(frozen=True)
class Weekly:
    """A time of the week, such as "MON 09:00-12:00"."""

    _TIME = "([01][0-9]|2[0-3]):([0-5][0-9])"
    _WRITTEN = re.compile(rf"({'|'.join(DAYS)}) {_TIME}-(?:{_TIME}|24:00)")

    def read(self, value: Any, path: str) -> Slot:
        """The weekly time."""
        found = self._WRITTEN.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise ContractError(path, 'not a weekly time such as "MON 09:00-12:00"')
        day, hour, minute, last_hour, last_minute = found.groups()
        end = 24 * 60 if last_hour is None else int(last_hour) * 60 + int(last_minute)
        slot = Slot(DAYS.index(day), int(hour) * 60 + int(minute), end)
        if slot.start >= slot.end:
            raise ContractError(path, "ends before it starts")
        return slot

    def schema(self) -> Schema:
        """A string of that form."""
        return {"type": "string", "pattern": f"^{self._WRITTEN.pattern}$"}


ITEM = Record(
    needed={"id": ID, "by": ID, "title": Text()},
    optional={
        "text": Text(),
        "kind": Choice(KINDS),
        "tags": ListOf(Text(1)),
        "lat": Number(-90, 90),
        "lon": Number(-180, 180),
        "from": Day(),
        "until": Day(),
        "weekly": ListOf(Weekly()),
        "quantity": Amount(),
        "unit": Text(),
        "exchange": Choice(EXCHANGES),
    },
    together=(("lat", "lon"),),
)

INPUT = Record(
    needed={"needs": ListOf(ITEM), "offers": ListOf(ITEM)},
    optional={
        "ties": ListOf(Record({"a": ID, "b": ID, "level": Whole(0, Tie.HIGHEST)})),
        "refusals": ListOf(Record({"need": ID, "offer": ID}, {"reason": Text()})),
        "shown": MapOf(Whole(0)),
        "top": Whole(1),
    },
)

_POINTS = {"type": "number"}
OUTPUT: Schema = {
    "type": "object",
    "required": ["matches"],
    "additionalProperties": False,
    "properties": {
        "matches": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["missing", "need", "offer", "rank", "reasons", "score"],
                "additionalProperties": False,
                "properties": {
                    "need": ID.schema(),
                    "offer": ID.schema(),
                    "rank": Whole(1).schema(),
                    "score": _POINTS,
                    "reasons": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["code", "points"],
                            "properties": {"code": ID.schema(), "points": _POINTS},
                        },
                    },
                    "missing": {
                        "type": "array",
                        "items": {"type": "object", "required": ["code"], "properties": {"code": ID.schema()}},
                    },
                },
            },
        }
    },
}


def answered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Who could answer whom, from records to records."""
    refusals, ties = asked.get("refusals", []), asked.get("ties", [])
    needs, offers = unrepeated(asked["needs"], "needs"), unrepeated(asked["offers"], "offers")
    known(refusals, "refusals", "need", needs)
    known(refusals, "refusals", "offer", offers)
    found = match(
        [item(row, f"needs[{place}]") for place, row in enumerate(asked["needs"])],
        [item(row, f"offers[{place}]") for place, row in enumerate(asked["offers"])],
        [_tie(row, f"ties[{place}]") for place, row in enumerate(ties)],
        [Refusal(**row) for row in refusals],
        asked.get("shown"),
        asked.get("top", 10),
    )
    return {"matches": [_written(one) for one in found]}


def item(row: Mapping[str, Any], path: str) -> Item:
    """One item from its record; a period that ends before it begins is refused."""
    known_as = {"from": "from_on", "until": "until_on"}
    values: dict[str, Any] = {known_as.get(key, key): one for key, one in row.items()}
    read = Item(**values | {key: tuple(values.get(key, ())) for key in ("tags", "weekly")})
    if read.from_on is not None and read.until_on is not None and read.until_on < read.from_on:
        raise ContractError(f"{path}.until", "before from")
    return read


def _tie(row: Mapping[str, Any], path: str) -> Tie:
    if row["a"] == row["b"]:
        raise ContractError(f"{path}.b", "the same as a")
    return Tie(**row)


def _written(one: Match) -> dict[str, Any]:
    return {
        "need": one.need,
        "offer": one.offer,
        "rank": one.rank,
        "score": one.score,
        "reasons": [{**reason.facts, "code": reason.code, "points": reason.points} for reason in one.reasons],
        "missing": [{**lack.facts, "code": lack.code} for lack in one.missing],
    }
