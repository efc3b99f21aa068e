"""Shapley's value: orders counted one by one, closed forms, published properties, games solved elsewhere."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from itertools import combinations, permutations
from math import factorial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phares.engine.allocation import game_of_covers, game_of_values, shapley

SHARED = Path(os.environ.get("PHARES_SHARED", Path(__file__).parents[3].parent / "shared"))
SOLVED = SHARED / "data" / "engine" / "jeux_montrable.json"

AMOUNTS = st.builds(Fraction, st.integers(0, 81) | st.integers(10**18, 10**20), st.integers(1, 9))


@st.composite
def games(draw: st.DrawFn) -> dict[frozenset[str], Fraction]:
    players = draw(st.sampled_from(("", "a", "ab", "abc", "abcde")))
    sets = [frozenset(some) for size in range(len(players) + 1) for some in combinations(players, size)]
    return {some: draw(AMOUNTS) if some else Fraction(0) for some in sets}


def mask(some: frozenset[str], players: list[str]) -> int:
    return sum(1 << players.index(one) for one in some)


@settings(max_examples=80, deadline=None)
@given(games())
def test_shares_and_worst_set_are_those_of_the_definition(values: dict[frozenset[str], Fraction]) -> None:
    players = sorted(frozenset().union(*values))
    fair = shapley(game_of_values(players, {mask(some, players): value for some, value in values.items()}))
    brought = dict.fromkeys(players, Fraction(0))
    for order in permutations(players):
        for place, one in enumerate(order):
            brought[one] += values[frozenset(order[: place + 1])] - values[frozenset(order[:place])]
    shares = {one: total / factorial(len(players)) for one, total in brought.items()}
    assert dict(fair.shares) == shares
    excess = {some: value - sum(shares[one] for one in some) for some, value in values.items()}
    inner = [some for some in values if 0 < len(some) < len(players)]
    assert fair.in_core == all(excess[some] <= 0 for some in inner)
    if inner:
        assert fair.worst.excess == max(excess[some] for some in inner) == excess[frozenset(fair.worst.of)]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("wxyz"), unique=True), min_size=1),
    st.fixed_dictionaries(dict.fromkeys("wxyz", AMOUNTS)),
)
def test_a_covered_requirement_is_shared_equally_by_those_who_cover_it(
    covers: dict[str, list[str]], weights: dict[str, Fraction]
) -> None:
    fair = shapley(game_of_covers(covers, covers, weights))
    by = {one: [player for player in covers if one in covers[player]] for one in weights}
    assert dict(fair.shares) == {
        player: sum((weights[one] / len(by[one]) for one in covers[player]), Fraction(0)) for player in covers
    }
    named = sorted(covers)
    met = {
        bits: [one for one in weights if any(bits >> at & 1 for at, player in enumerate(named) if player in by[one])]
        for bits in range(1 << len(covers))
    }
    values = {bits: sum((weights[one] for one in some), Fraction(0)) for bits, some in met.items()}
    assert shapley(game_of_values(covers, values)) == fair


def test_games_solved_elsewhere_give_the_same_fractions() -> None:
    if not SOLVED.exists():
        pytest.skip(f"{SOLVED} is absent")
    for solved in json.loads(SOLVED.read_text(encoding="utf-8")):
        players = [f"{place:02}" for place in range(solved["n"])]
        fair = shapley(game_of_values(players, dict(enumerate(solved["v"]))))
        assert [share for _, share in fair.shares] == [Fraction(said) for said in solved["shapley"]], solved["id"]


@pytest.mark.parametrize("claims", [[1, 4, 4, 9], [3], [2, 2, 2, 7, 7, 11]])
def test_the_airport_game_is_that_of_its_closed_form(claims: list[int]) -> None:
    # Littlechild and Owen (1973): each length of the runway is shared by those who need it.
    players = [f"{place:02}" for place in range(len(claims))]
    saved = {
        bits: sum(claim for at, claim in enumerate(claims) if bits >> at & 1)
        - max([claim for at, claim in enumerate(claims) if bits >> at & 1], default=0)
        for bits in range(1 << len(claims))
    }
    shared, before = Fraction(0), 0
    expected = []
    for place, claim in enumerate(claims):
        shared += Fraction(claim - before, len(claims) - place)
        before = claim
        expected.append(claim - shared)
    fair = shapley(game_of_values(players, saved))
    assert [share for _, share in fair.shares] == expected
    assert fair.in_core


def test_twenty_players_are_exact() -> None:
    players = [f"{place:02}" for place in range(20)]
    values = {bits: bits.bit_count() ** 2 for bits in range(1 << 20)}
    fair = shapley(game_of_values(players, values))
    assert {share for _, share in fair.shares} == {Fraction(20)}
    assert fair.in_core
    assert (fair.worst.of, fair.worst.excess) == (("00",), -19)
