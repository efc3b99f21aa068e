"""A value that may be said in several ways, told apart by the key that only one of them has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from phares.engine.contract.error import ContractError
from phares.engine.contract.shape import Schema, Shape


@dataclass(frozen=True)
class Either:
    """One shape for each telling key; `otherwise` is the shape of a value that has none of them."""

    by: Mapping[str, Shape]
    otherwise: Shape | None = None

    def read(self, value: Any, path: str) -> Any:
        """The value read as its telling key says."""
        if not isinstance(value, dict):
            raise ContractError(path, "not an object")
        told = next((self.by[key] for key in self.by if key in value), self.otherwise)
        if told is None:
            raise ContractError(path, f"none of {', '.join(self.by)}")
        return told.read(value, path)

    def schema(self) -> Schema:
        """Any one of the ways: their keys keep them apart."""
        ways = [*self.by.values(), *([self.otherwise] if self.otherwise else [])]
        return {"oneOf": [way.schema() for way in ways]}
