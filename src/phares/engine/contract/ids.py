"""Rules on ids that a shape alone cannot see: none repeated, none unknown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from phares.engine.contract.error import ContractError


def unrepeated(rows: Sequence[dict[str, Any]], path: str) -> set[str]:
    """The ids of a list of records, each there once."""
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row["id"] in seen:
            raise ContractError(f"{path}[{place}].id", f"repeated ({row['id']})")
        seen.add(row["id"])
    return seen


def known(rows: Sequence[dict[str, Any]], path: str, key: str, ids: Collection[str]) -> None:
    """Refuse a record whose key names an id that nobody has."""
    for place, row in enumerate(rows):
        if row[key] not in ids:
            raise ContractError(f"{path}[{place}].{key}", f"unknown id ({row[key]})")


def distinct(ids: Sequence[str], path: str) -> None:
    """Refuse a list that names the same id twice."""
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one in seen:
            raise ContractError(f"{path}[{place}]", f"repeated ({one})")
        seen.add(one)
