"""How the contract writes what must stay exact: fractions as "n/d", and reasons without prose."""

from __future__ import annotations

from fractions import Fraction

from phares.engine.contract.shape import Schema


def fraction(value: Fraction | int) -> str:
    """A fraction in lowest terms, its denominator always said."""
    return f"{value.numerator}/{value.denominator}"


def amount(value: Fraction | int) -> int | str:
    """An amount as the contract reads it: a whole number where it is one, else a fraction."""
    return value.numerator if value.denominator == 1 else fraction(value)


FRACTION: Schema = {"type": "string", "pattern": "^-?[0-9]+/[1-9][0-9]*$"}
REASONS: Schema = {
    "type": "array",
    "items": {"type": "object", "required": ["code"], "properties": {"code": {"type": "string", "minLength": 1}}},
}


def record(**properties: Schema) -> Schema:
    """An object that holds these keys and no other; a key whose schema says `optional` may be absent."""
    said = {key: {word: value for word, value in one.items() if word != "optional"} for key, one in properties.items()}
    needed = sorted(key for key, one in properties.items() if not one.get("optional"))
    return {"type": "object", "required": needed, "additionalProperties": False, "properties": said}


def listed(of: Schema) -> Schema:
    """A list of values of one schema."""
    return {"type": "array", "items": of}
