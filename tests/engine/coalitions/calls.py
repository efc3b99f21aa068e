"""Calls drawn at random, as the contract's own JSON: small, varied, often impossible, seeded."""

from __future__ import annotations

import random
from typing import Any

SKILLS = ("wood", "food", "care", "web")
TYPES = ("ess", "company", "council", "school")


def amount(chance: random.Random, most: int) -> int | str:
    """A whole amount, or now and then a fraction."""
    return chance.randint(0, most) if chance.random() < 0.8 else f"{chance.randint(0, 9)}/{chance.randint(1, 5)}"


def requirement(chance: random.Random, place: int) -> dict[str, Any]:
    """A requirement, some of its keys left to their defaults."""
    row: dict[str, Any] = {"id": f"r{place}", "skill": chance.choice(SKILLS)}
    if chance.random() < 0.7:
        row["amount"] = amount(chance, 5)
    if chance.random() < 0.4:
        row["members"] = chance.randint(0, 3)
    if chance.random() < 0.6:
        row |= {"mandatory": chance.random() < 0.3, "weight": amount(chance, 4)}
    return row


def structure(chance: random.Random, place: int) -> dict[str, Any]:
    """A structure."""
    return {
        "id": f"s{place}",
        "types": chance.sample(TYPES, chance.randint(0, 2)),
        "skills": {one: amount(chance, 4) for one in chance.sample(SKILLS, chance.randint(0, 3))},
        "recent": chance.randint(0, 3),
        "outside": chance.random() < 0.1,
    }


def type_rule(chance: random.Random) -> dict[str, Any]:
    """A rule on types, by number or by share."""
    any_of = chance.sample(TYPES, chance.randint(1, 2))
    if chance.random() < 0.4:
        return {"any_of": any_of, "more_than": chance.choice(("0/1", "1/3", "1/2", "2/3", 0))}
    rule: dict[str, Any] = {"any_of": any_of, "least": chance.randint(0, 2)}
    return rule | ({"most": chance.randint(0, 3)} if chance.random() < 0.4 else {})


def call(seed: int, most_structures: int = 9) -> dict[str, Any]:
    """A whole call."""
    chance = random.Random(seed)  # noqa: S311  (seeded on purpose)
    structures = [structure(chance, place) for place in range(chance.randint(1, most_structures))]
    ids = [one["id"] for one in structures]
    rules: dict[str, Any] = {"least": chance.randint(0, 3), "most": chance.randint(1, 6)}
    rules["types"] = [type_rule(chance) for _ in range(chance.choice((0, 0, 1, 2)))]
    if chance.random() < 0.2:
        rules["required"] = [chance.choice(ids)]
    if chance.random() < 0.2:
        rules["excluded"] = [chance.choice(ids)]
    if chance.random() < 0.4 and len(ids) > 1:
        rules["apart"] = [chance.sample(ids, 2) for _ in range(2)]
    if chance.random() < 0.3:
        rules["lead"] = {"any_of": chance.sample(TYPES, 1)}
    ties = [
        dict(zip("ab", chance.sample(ids, 2), strict=True)) | {"level": chance.randint(0, 6)}
        for _ in range(chance.randint(0, 2 * len(ids)) if len(ids) > 1 else 0)
    ]
    return {
        "requirements": [requirement(chance, place) for place in range(chance.randint(0, 5))],
        "structures": structures,
        "ties": ties,
        "rules": rules,
        "top": chance.randint(1, 4),
        "apart_by": chance.choice(("0.34", "0", "0.5", "0.1", "1", "0.25")),
        "seconds": 60,
    }
