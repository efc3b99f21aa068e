"""Every team is listed: none that a plain walk through all sets of that size finds is left out, none comes twice."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import pytest

from engine.coalitions.calls import call
from phares.engine.coalitions.limits import Limits
from phares.engine.coalitions.listing import listed
from phares.engine.coalitions.pool import Pool
from phares.engine.coalitions.relaxation import by_size, by_ties
from phares.engine.coalitions.rows import rows
from phares.engine.contract.coalitions import INPUT, asked_of


@pytest.mark.parametrize("seed", range(4000, 4030))
def test_no_team_of_that_worth_is_left_out_of_the_list_and_none_comes_twice(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (seeded on purpose)
    pool, limits = Pool(asked_of(INPUT.read(call(seed, 12), ""))), Limits()
    places = range(len(pool.inside))
    for members in range(1, 6):
        holding = [team for team in combinations(places, members) if pool.holds(team)]
        merits = [pool.merit(team) for team in holding] or [None]
        chosen = chance.choice(merits)
        weight, ties = (chosen.weight, chosen.ties) if chosen else (Fraction(0), 0)
        asked = rows(pool, limits, members, weight)
        of_ties = by_ties(pool, asked, places, pool.levels, members, ties)
        bounds = [one for one in (by_size(pool, asked, members), of_ties) if one is not None]
        found = listed(asked, bounds, places, members)
        if found is None:
            assert not bounds
            continue
        worthy = {team for team in holding if pool.merit(team).weight >= weight and pool.merit(team).ties >= ties}
        teams = [tuple(team) for team in found.tolist()]
        assert worthy <= set(teams)
        assert len(set(teams)) == len(teams)
