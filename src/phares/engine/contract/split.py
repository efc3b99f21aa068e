"""The verb `split` at the border: an amount, a key and parties in, shares to the cent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from phares.engine.allocation import By, Equal, Fixed, Key, Mix, Part, Party, Period, Share, Unsplittable, split
from phares.engine.contract.either import Either
from phares.engine.contract.error import ContractError
from phares.engine.contract.exact import FRACTION, REASONS, fraction, listed, record
from phares.engine.contract.ids import unrepeated
from phares.engine.contract.shape import Amount, Day, Flag, ListOf, MapOf, Record, Schema, Shape, Text, Whole

ID = Text(1)
DEEPEST = 20


@dataclass(frozen=True)
class Yes:
    """The word `true` and nothing else."""

    def read(self, value: Any, path: str) -> bool:
        """The word itself."""
        if value is not True:
            raise ContractError(path, "not true")
        return True

    def schema(self) -> Schema:
        """The constant."""
        return {"const": True}


@dataclass(frozen=True)
class KeyOf:
    """A key of allocation, which may hold others."""

    depth: int = 0

    def read(self, value: Any, path: str) -> Key:
        """The key."""
        if self.depth == DEEPEST:
            raise ContractError(path, f"more than {DEEPEST} keys one in another")
        told: dict[str, Any] = self._ways(KeyOf(self.depth + 1)).read(value, path)
        if "mix" in told:
            return Mix(tuple((part["share"], part["key"]) for part in told["mix"]))
        if "fixed" in told:
            return Fixed(told["fixed"], told["then"])
        return By(told["by"]) if "by" in told else Equal()

    def schema(self) -> Schema:
        """Four ways; the inner keys are said as this one is."""
        return self._ways(_SameAsTheKey()).schema()

    def _ways(self, inner: Shape) -> Either:
        return Either(
            {
                "equal": Record({"equal": Yes()}),
                "by": Record({"by": ID}),
                "mix": Record({"mix": ListOf(Record({"share": Amount(), "key": inner}))}),
                "fixed": Record({"fixed": MapOf(Whole()), "then": inner}),
            }
        )


@dataclass(frozen=True)
class _SameAsTheKey:
    def read(self, value: Any, path: str) -> Key:
        return KeyOf().read(value, path)

    def schema(self) -> Schema:
        return {"$ref": "#/properties/key"}


INPUT = Record(
    {
        "amount_cents": Whole(),
        "from": Day(),
        "until": Day(),
        "key": KeyOf(),
        "parties": ListOf(
            Record({"id": ID}, {"weights": MapOf(Amount()), "from": Day(), "until": Day(), "vacant": Flag()})
        ),
    },
    {"lessor": ID},
)

OUTPUT = record(
    shares=listed(
        record(
            id=ID.schema(),
            cents=Whole().schema(),
            exact=FRACTION,
            days=Whole().schema(),
            borne_by={**ID.schema(), "optional": True},
            reasons=REASONS,
        )
    )
)


def answered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """An amount split among parties, from records to records."""
    rows = asked["parties"]
    _in_order(asked, "")
    unrepeated(rows, "parties")
    for place, row in enumerate(rows):
        _in_order(row, f"parties[{place}].")
    _borne(rows, asked.get("lessor"))
    parties = [
        Party(row["id"], row.get("weights", {}), row.get("from"), row.get("until"), row.get("vacant", False))
        for row in rows
    ]
    period = Period(asked["from"], asked["until"])
    try:
        shares = split(asked["amount_cents"], period, asked["key"], parties, asked.get("lessor"))
    except Unsplittable as refused:
        raise ContractError(refused.where, refused.complaint) from None
    return {"shares": [_written(share, period) for share in shares]}


def _in_order(row: Mapping[str, Any], before: str) -> None:
    if "from" in row and "until" in row and row["until"] < row["from"]:
        raise ContractError(f"{before}until", "before from")


def _borne(rows: list[dict[str, Any]], lessor: str | None) -> None:
    for place, row in enumerate(rows):
        if row.get("vacant") and lessor is None:
            raise ContractError("lessor", f"missing, and parties[{place}] is vacant")
        if row.get("vacant") and row["id"] == lessor:
            raise ContractError("lessor", f"a vacant row ({lessor})")


def _written(share: Share, period: Period) -> dict[str, Any]:
    said = {
        "id": share.id,
        "cents": share.cents,
        "exact": fraction(share.exact),
        "days": share.days,
        "reasons": [_reason(part, share.days, period.days) for part in share.parts],
    }
    return said if share.borne_by is None else {**said, "borne_by": share.borne_by}


def _reason(part: Part, days: int, of_days: int) -> dict[str, Any]:
    said: dict[str, Any] = {"code": part.code, "exact": fraction(part.cents), "amount": fraction(part.amount)}
    if part.weight is not None and part.of is not None:
        said |= {"weight": fraction(part.weight), "of": fraction(part.of), "days": days, "of_days": of_days}
    return said if part.name is None else {**said, "name": part.name}
