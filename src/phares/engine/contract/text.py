"""JSON as the contract reads and writes it: nothing said twice, no number that is none, the same bytes every time."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from phares.engine.contract.error import ContractError

LONGEST = 40
"""Digits of a whole number, as on either side of "n/d"."""


def parse(text: str) -> Any:
    """The value that a JSON text holds."""
    try:
        return json.loads(text, parse_int=_whole, parse_constant=_no_number, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        complaint = f"not JSON at line {error.lineno} column {error.colno} ({error.msg})"
        raise ContractError("", complaint) from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, ContractError):
            raise
        raise ContractError("", "not JSON that can be read (too deep, or a number too long)") from None


def written(value: Any) -> str:
    """A value as canonical JSON: sorted keys, accents as they are, two spaces, one final newline."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _whole(digits: str) -> int:
    if len(digits) > LONGEST:
        raise ValueError(digits)
    return int(digits)


def _no_number(name: str) -> NoReturn:
    raise ContractError("", f"{name} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ContractError(next(key for key in keys if keys.count(key) > 1), "repeated key")
    return held
