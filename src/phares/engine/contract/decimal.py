"""A number between 0 and 1 written as an exact decimal, such as "0.34"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from phares.engine.contract.error import ContractError
from phares.engine.contract.shape import Schema


@dataclass(frozen=True)
class Decimal:
    """A string, so that 0.1 is a tenth."""

    _WRITTEN = re.compile(r"0(\.[0-9]{1,40})?|1(\.0{1,40})?")

    def read(self, value: Any, path: str) -> Fraction:
        """The exact number."""
        if not isinstance(value, str) or not self._WRITTEN.fullmatch(value):
            raise ContractError(path, 'not a decimal from "0" to "1", such as "0.34"')
        return Fraction(value)

    def schema(self) -> Schema:
        """A string of that form."""
        return {"type": "string", "pattern": f"^({self._WRITTEN.pattern})$"}
