"""The picture: the same whatever the order and the day, within the sheet, the near near; what was kept stays."""

from __future__ import annotations

import random
from datetime import date, timedelta
from math import dist

from phares.engine.network import SIDE, Fact, Spot, drawing

CHANCE = random.Random(3)  # noqa: S311  (a seeded draw, no secret)
IDS = [f"s{at:02}" for at in range(20)]
FACTS = [
    Fact(tuple(CHANCE.sample(IDS[:17], 2)), "x", 3, date(2020, 1, 1) + timedelta(CHANCE.randint(0, 2000)))
    for _ in range(24)
]


def test_the_order_of_the_input_changes_nothing_and_all_is_on_the_sheet_apart() -> None:
    spots = drawing(IDS, FACTS)
    assert drawing(CHANCE.sample(IDS, len(IDS)), CHANCE.sample(FACTS, len(FACTS))) == spots
    assert list(spots) == IDS
    assert len(set(spots.values())) == len(IDS)
    assert all(0 <= side <= SIDE for spot in spots.values() for side in (spot.x, spot.y))


def test_structures_that_do_something_together_stand_nearer_than_the_others() -> None:
    spots = drawing(IDS, FACTS)
    tied = {pair for fact in FACTS for pair in fact.pairs()}
    gaps = {(a, b): dist((spots[a].x, spots[a].y), (spots[b].x, spots[b].y)) for a in IDS for b in IDS if a < b}
    near = [gap for pair, gap in gaps.items() if pair in tied]
    far = [gap for pair, gap in gaps.items() if pair not in tied]
    assert sum(near) / len(near) < 0.6 * sum(far) / len(far)


def test_what_was_kept_stays_and_a_newcomer_settles_beside_its_partner() -> None:
    kept = drawing(IDS, FACTS)
    spots = drawing([*IDS, "new"], [*FACTS, Fact(("new", "s00"), "x", 1, date(2026, 1, 1))], kept)
    new = spots.pop("new")
    assert spots == kept
    gaps = sorted(dist((new.x, new.y), (spot.x, spot.y)) for spot in kept.values())
    assert dist((new.x, new.y), (kept["s00"].x, kept["s00"].y)) <= gaps[4]
    assert 0 <= new.x <= SIDE
    assert 0 <= new.y <= SIDE


def test_nobody_one_and_two() -> None:
    assert drawing([], []) == {}
    assert drawing(["a"], []) == {"a": Spot(500, 500)}
    assert drawing(["a"], [], {"a": Spot(1, 2), "gone": Spot(3, 4)}) == {"a": Spot(1, 2)}
    assert sorted(spot.x for spot in drawing(["a", "b"], []).values()) == [0, SIDE]
