"""The shapes an input is made of: each reads one value severely, and says itself as a JSON Schema.

One description serves the reader and the schema, so that the two cannot drift apart. What a schema cannot say (a day
that does not exist, a `from` after its `until`, a repeated id) only the reader refuses.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from phares.engine.contract.error import ContractError

Schema = dict[str, Any]


class Shape(Protocol):
    """Reads one value at a path, or raises ContractError; `schema` is the same rule for others."""

    def read(self, value: Any, path: str) -> Any:
        """The value as the engine takes it."""

    def schema(self) -> Schema:
        """The JSON Schema (draft 2020-12) of the value."""


@dataclass(frozen=True)
class Text:
    """A string; `least` is the number of characters it must hold."""

    least: int = 0

    def read(self, value: Any, path: str) -> str:
        """The string itself."""
        if not isinstance(value, str):
            raise ContractError(path, "not a string")
        if len(value) < self.least:
            raise ContractError(path, "empty")
        if any("\ud800" <= mark <= "\udfff" for mark in value):
            raise ContractError(path, "not valid Unicode")
        return value

    def schema(self) -> Schema:
        """A string."""
        return {"type": "string", "minLength": self.least} if self.least else {"type": "string"}


@dataclass(frozen=True)
class Choice:
    """One word of a list."""

    among: Sequence[str]

    def read(self, value: Any, path: str) -> str:
        """The word itself."""
        if not isinstance(value, str):
            raise ContractError(path, "not a string")
        if value not in self.among:
            raise ContractError(path, f"not one of {', '.join(self.among)}")
        return value

    def schema(self) -> Schema:
        """An enumeration."""
        return {"type": "string", "enum": list(self.among)}


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds, both allowed."""

    least: int = 0
    most: int | None = None

    def read(self, value: Any, path: str) -> int:
        """The whole number; 3.0 is 3, as for JSON Schema."""
        if isinstance(value, bool) or not (isinstance(value, int) or (isinstance(value, float) and value.is_integer())):
            raise ContractError(path, "not a whole number")
        if value < self.least or (self.most is not None and value > self.most):
            raise ContractError(path, f"not {_bounds(self.least, self.most)}")
        return int(value)

    def schema(self) -> Schema:
        """An integer with its bounds."""
        return {"type": "integer", "minimum": self.least} | ({} if self.most is None else {"maximum": self.most})


@dataclass(frozen=True)
class Number:
    """A finite number within bounds, both allowed."""

    least: float
    most: float

    def read(self, value: Any, path: str) -> float:
        """The number."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ContractError(path, "not a number")
        if not (math.isfinite(value) and self.least <= value <= self.most):
            raise ContractError(path, f"not {_bounds(self.least, self.most)}")
        return float(value)

    def schema(self) -> Schema:
        """A number with its bounds."""
        return {"type": "number", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def read(self, value: Any, path: str) -> bool:
        """The word itself."""
        if not isinstance(value, bool):
            raise ContractError(path, "neither true nor false")
        return value

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Amount:
    """A whole number from 0, or a fraction written "n/d"."""

    _WRITTEN = re.compile(r"[0-9]{1,40}/0*[1-9][0-9]{0,39}")

    def read(self, value: Any, path: str) -> Fraction:
        """The exact amount."""
        if isinstance(value, str) and self._WRITTEN.fullmatch(value):
            return Fraction(value)
        try:
            return Fraction(Whole().read(value, path))
        except ContractError:
            raise ContractError(path, 'not a whole number from 0, nor "n/d"') from None

    def schema(self) -> Schema:
        """An integer from 0, or a fraction in words."""
        written = {"type": "string", "pattern": f"^{self._WRITTEN.pattern}$"}
        return {"oneOf": [Whole().schema(), written]}


@dataclass(frozen=True)
class Day:
    """A day written YYYY-MM-DD."""

    _WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

    def read(self, value: Any, path: str) -> date:
        """The day."""
        if isinstance(value, str) and self._WRITTEN.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise ContractError(path, "not a day written YYYY-MM-DD")

    def schema(self) -> Schema:
        """A string of that form."""
        return {"type": "string", "format": "date", "pattern": f"^{self._WRITTEN.pattern}$"}


@dataclass(frozen=True)
class ListOf:
    """A list of values of one shape."""

    of: Shape

    def read(self, value: Any, path: str) -> list[Any]:
        """The values read, in order."""
        if not isinstance(value, list):
            raise ContractError(path, "not a list")
        return [self.of.read(one, f"{path}[{place}]") for place, one in enumerate(value)]

    def schema(self) -> Schema:
        """An array."""
        return {"type": "array", "items": self.of.schema()}


@dataclass(frozen=True)
class MapOf:
    """An object whose keys are ids and whose values have one shape."""

    of: Shape

    def read(self, value: Any, path: str) -> dict[str, Any]:
        """The values read, by id."""
        if not isinstance(value, dict):
            raise ContractError(path, "not an object")
        return {Text(1).read(key, path): self.of.read(one, f"{path}.{key}") for key, one in value.items()}

    def schema(self) -> Schema:
        """An object with free keys."""
        return {"type": "object", "propertyNames": {"minLength": 1}, "additionalProperties": self.of.schema()}


@dataclass(frozen=True)
class Record:
    """An object with known keys: the needed ones, and the optional ones."""

    needed: Mapping[str, Shape]
    optional: Mapping[str, Shape] = field(default_factory=dict)
    together: Sequence[tuple[str, str]] = ()

    def read(self, value: Any, path: str) -> dict[str, Any]:
        """The values read, by key; an optional key that is absent stays absent."""
        if not isinstance(value, dict):
            raise ContractError(path, "not an object")
        shapes = {**self.needed, **self.optional}
        for complaint in self._complaints(value, shapes, f"{path}." if path else ""):
            raise complaint
        return {key: shapes[key].read(one, f"{path}.{key}" if path else key) for key, one in value.items()}

    def _complaints(self, value: Mapping[str, Any], known: Mapping[str, Shape], before: str) -> Iterator[ContractError]:
        yield from (ContractError(f"{before}{key}", "unknown key") for key in sorted(value.keys() - known.keys()))
        yield from (ContractError(f"{before}{key}", "missing") for key in self.needed if key not in value)
        for one, other in self.together:
            if (one in value) != (other in value):
                absent, present = (other, one) if one in value else (one, other)
                yield ContractError(f"{before}{absent}", f"missing beside {present}")

    def schema(self) -> Schema:
        """An object that takes no other key."""
        known = {**self.needed, **self.optional}
        said: Schema = {
            "type": "object",
            "properties": {key: shape.schema() for key, shape in known.items()},
            "required": list(self.needed),
            "additionalProperties": False,
        }
        if self.together:
            said["dependentRequired"] = {one: [other] for pair in self.together for one, other in (pair, pair[::-1])}
        return said


def _bounds(least: float, most: float | None) -> str:
    return f"{least} or more" if most is None else f"between {least:g} and {most:g}"
