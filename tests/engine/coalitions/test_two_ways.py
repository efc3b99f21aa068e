"""Listing every possible team and the solver's proof are two ways to one answer."""

from __future__ import annotations

import json

import pytest

from engine.coalitions.calls import call
from phares.engine.coalitions import listing
from phares.engine.contract import run


@pytest.mark.parametrize("seed", range(3000, 3030))
def test_the_solver_and_the_list_of_every_team_agree(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = json.dumps(call(seed, 14))
    by_list = run("coalitions", asked)
    monkeypatch.setattr(listing, "_MOST_PLACES", 0)
    assert run("coalitions", asked) == by_list
