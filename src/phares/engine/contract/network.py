"""The verb `network` at the border: structures and dated facts in, what they show on a day out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from phares.engine.contract.error import ContractError
from phares.engine.contract.exact import FRACTION, REASONS, fraction, listed, record
from phares.engine.contract.ids import distinct, unrepeated
from phares.engine.contract.shape import Day, ListOf, Record, Text, Whole
from phares.engine.network import Fact, Meeting, Presence, Reason, Structure, network

ID = Text(1)
PERIOD = Record({"from": Day()}, {"until": Day()})
INPUT = Record(
    {
        "structures": ListOf(Record({"id": ID, "periods": ListOf(PERIOD)})),
        "facts": ListOf(
            Record({"parties": ListOf(ID), "kind": Text(1), "level": Whole(1, 6), "on": Day()}, {"lasts_days": Whole()})
        ),
        "on": Day(),
    },
    {"fade_days": Whole()},
)

_ID, _IDS = ID.schema(), ListOf(ID).schema()
_PAIRS = listed({**_IDS, "minItems": 2, "maxItems": 2})
OUTPUT = record(
    members=_IDS,
    ties=listed(record(a=_ID, b=_ID, level=Whole(1, 6).schema(), since=Day().schema(), last=Day().schema())),
    density=FRACTION,
    isolated=_IDS,
    in_level_3_or_more=_IDS,
    lasting_over_365=_PAIRS,
    bridges=_PAIRS,
    communities=listed(_IDS),
    meet=listed(record(a=_ID, b=_ID, score={"type": "number"}, reasons=REASONS)),
)


def answered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What the cooperations show, from records to records."""
    ids = unrepeated(asked["structures"], "structures")
    for place, row in enumerate(asked["facts"]):
        path = f"facts[{place}].parties"
        distinct(row["parties"], path)
        for at, one in enumerate(row["parties"]):
            if one not in ids:
                raise ContractError(f"{path}[{at}]", f"unknown id ({one})")
    structures = [
        Structure(
            row["id"],
            tuple(_period(said, f"structures[{place}].periods[{at}]") for at, said in enumerate(row["periods"])),
        )
        for place, row in enumerate(asked["structures"])
    ]
    facts = [Fact(**row | {"parties": tuple(row["parties"])}) for row in asked["facts"]]
    seen = network(structures, facts, asked["on"], asked.get("fade_days", 365))
    return {
        "members": seen.members,
        "ties": [
            {"a": tie.a, "b": tie.b, "level": tie.level, "since": str(tie.since), "last": str(tie.last)}
            for tie in seen.ties
        ],
        "density": fraction(seen.density),
        "isolated": seen.isolated,
        "in_level_3_or_more": seen.sharing_means,
        "lasting_over_365": seen.lasting,
        "bridges": seen.bridges,
        "communities": seen.communities,
        "meet": [_meeting(one) for one in seen.meet],
    }


def _period(said: Mapping[str, Any], path: str) -> Presence:
    until = said.get("until")
    if until is not None and until < said["from"]:
        raise ContractError(f"{path}.until", "before from")
    return Presence(said["from"], until)


def _meeting(one: Meeting) -> dict[str, Any]:
    return {"a": one.a, "b": one.b, "score": one.score, "reasons": [_reason(reason) for reason in one.reasons]}


def _reason(reason: Reason) -> dict[str, Any]:
    said: dict[str, Any] = {"code": reason.code, "points": reason.points}
    if reason.partner is not None:
        said["partner"] = reason.partner
    if reason.last is not None:
        said |= {"level": reason.level, "last": str(reason.last)}
    return said
