"""What minutes and restitutions hold by number, told again for an installation where rows have other numbers.

Each function is given what turns an old number into the one it has here: 0 for a row that did not come along.
"""

from collections.abc import Callable
from typing import Any

Number = Callable[[int], int]


def version_renumbered(
    said: dict[str, Any], voice: Number, problem: Number, response: Number, structure: Number
) -> dict[str, Any]:
    """Return a published version of a restitution under other numbers."""
    return {
        **said,
        "words": [voice(pk) for pk in said["words"]],
        "problems": [
            {
                **one,
                "problem": problem(one["problem"]),
                "responses": [
                    {
                        **each,
                        "id": response(each["id"]),
                        "who": [[structure(pk) if pk else 0, name] for pk, name in each["who"]],
                    }
                    for each in one["responses"]
                ],
            }
            for one in said["problems"]
        ],
    }


def minutes_renumbered(minutes: dict[str, Any], card: Number, problem: Number, structure: Number) -> dict[str, Any]:
    """Return the minutes of a closed workshop under other numbers; those of an open one are still empty."""
    if not minutes:
        return {}
    return {
        **minutes,
        "problems": [
            {
                **one,
                "problem": problem(one["problem"]) if one["problem"] else None,
                "cards": [card(pk) for pk in one["cards"]],
            }
            for one in minutes["problems"]
        ],
        "aside": [card(pk) for pk in minutes["aside"]],
        "decisions": [
            {**one, "structure": structure(one["structure"]) if one["structure"] else None}
            for one in minutes["decisions"]
        ],
    }
