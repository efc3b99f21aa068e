"""The verb `shapley` at the border: a game said by its values or by what its players cover, in; exact shares out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from phares.engine.allocation import Game, game_of_covers, game_of_values, shapley
from phares.engine.allocation.game import MOST_PLAYERS
from phares.engine.contract.either import Either
from phares.engine.contract.error import ContractError
from phares.engine.contract.exact import FRACTION, fraction, listed, record
from phares.engine.contract.ids import distinct
from phares.engine.contract.shape import Amount, ListOf, MapOf, Record, Schema, Text

ID = Text(1)
IDS = ListOf(ID)
VALUE = Record({"of": IDS, "value": Amount()})


@dataclass(frozen=True)
class Values:
    """The values of many sets: up to a million rows, so that plain ones are passed at a glance."""

    def read(self, value: Any, path: str) -> list[dict[str, Any]]:
        """The rows, each as VALUE reads it."""
        if not isinstance(value, list):
            raise ContractError(path, "not a list")
        return [row if _plain(row) else VALUE.read(row, f"{path}[{place}]") for place, row in enumerate(value)]

    def schema(self) -> Schema:
        """A list of such rows."""
        return ListOf(VALUE).schema()


def _plain(row: Any) -> bool:
    return (
        type(row) is dict
        and len(row) == 2
        and type(row.get("value")) is int
        and row["value"] >= 0
        and type(row.get("of")) is list
        and all(type(one) is str and one.isascii() and one for one in row["of"])
    )


INPUT = Either(
    {
        "values": Record({"players": IDS, "values": Values()}),
        "covers": Record({"players": IDS, "covers": MapOf(IDS), "weights": MapOf(Amount())}),
    }
)

OUTPUT = record(
    shares=listed(record(id=ID.schema(), exact=FRACTION)),
    in_core={"type": "boolean"},
    worst=record(of=IDS.schema(), excess=FRACTION),
)


def answered(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Each player's exact share, from records to records."""
    players = asked["players"]
    distinct(players, "players")
    if len(players) > MOST_PLAYERS:
        raise ContractError("players", f"{len(players)}, more than {MOST_PLAYERS}")
    fair = shapley(_by_values(players, asked["values"]) if "values" in asked else _by_covers(asked))
    return {
        "shares": [{"id": one, "exact": fraction(share)} for one, share in fair.shares],
        "in_core": fair.in_core,
        "worst": {"of": list(fair.worst.of), "excess": fraction(fair.worst.excess)},
    }


def _by_values(players: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Game:
    bits = {player: 1 << place for place, player in enumerate(sorted(players))}
    values: dict[int, Fraction | int] = {}
    for place, row in enumerate(rows):
        mask = _mask(row["of"], bits, f"values[{place}].of")
        if mask in values:
            raise ContractError(f"values[{place}].of", "repeated set of players")
        values[mask] = row["value"]
        if not mask and row["value"] != 0:
            raise ContractError(f"values[{place}].value", "not 0 for nobody")
    absent = next((mask for mask in range(1, 1 << len(bits)) if mask not in values), None)
    if absent is not None:
        raise ContractError("values", f"missing the set {', '.join(one for one in bits if bits[one] & absent)}")
    return game_of_values(players, values)


def _mask(of: Sequence[str], bits: Mapping[str, int], path: str) -> int:
    try:
        mask = sum(map(bits.__getitem__, of))
    except KeyError:
        place = next(place for place, one in enumerate(of) if one not in bits)
        raise ContractError(f"{path}[{place}]", f"unknown id ({of[place]})") from None
    if mask.bit_count() != len(of):  # a bit twice carries over to another
        distinct(of, path)
    return mask


def _by_covers(asked: Mapping[str, Any]) -> Game:
    players, covers, weights = asked["players"], asked["covers"], asked["weights"]
    for player, requirements in covers.items():
        if player not in players:
            raise ContractError(f"covers.{player}", f"unknown id ({player})")
        distinct(requirements, f"covers.{player}")
        for place, one in enumerate(requirements):
            if one not in weights:
                raise ContractError(f"covers.{player}[{place}]", f"unknown id ({one})")
    return game_of_covers(players, covers, weights)
