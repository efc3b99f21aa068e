"""Alone or together: an example worked out by hand, and what must hold at any price."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phares.engine.breakeven import Outcome, Part, Prices, reckon

law = settings(max_examples=80, deadline=None)
cents = st.integers(0, 200_000)
prices = st.builds(Prices, cents, cents, cents, cents)
quantities = st.builds(Fraction, st.integers(2, 10_000), st.integers(1, 20))
parts = st.lists(quantities, min_size=1, max_size=7).map(
    lambda many: [Part(f"s{place}", quantity) for place, quantity in enumerate(many)]
)


def flour(*tonnes: int) -> Outcome:
    """Flour at 900 euros a tonne alone with 60 of delivery; together 780, and one delivery of 250."""
    return reckon([Part(f"s{n}", Fraction(t)) for n, t in enumerate(tonnes)], Prices(90_000, 78_000, 6_000, 25_000))


def test_flour_for_two_bakers_worked_out_by_hand() -> None:
    told = flour(2, 1)
    # alone: 60 + 1,800 and 60 + 900; together: 250 + 3 * 780 = 2,590, of which two thirds and one third
    assert [one.alone for one in told.savings] == [186_000, 96_000]
    assert [one.share for one in told.savings] == [172_667, 86_333]
    assert [one.saves for one in told.savings] == [13_333, 9_667]
    assert (told.alone, told.together, told.saves, told.pays) == (282_000, 259_000, 23_000, True)
    # (250 - 2 * 60) / (900 - 780) tonnes
    assert told.threshold == Fraction(13, 12)
    # 250 / (60 + 120 * 1.5): two are enough
    assert told.fewest == 2


@pytest.mark.parametrize(
    ("prices", "threshold", "fewest"),
    [
        (Prices(100, 100, 0, 500), None, None),
        (Prices(100, 120, 10, 0), None, None),
        (Prices(100, 100, 50, 60), Fraction(0), 2),
        (Prices(100, 50, 0, 0), Fraction(0), 2),
    ],
)
def test_where_together_never_or_always_pays(prices: Prices, threshold: Fraction | None, fewest: int | None) -> None:
    told = reckon([Part("a", Fraction(1)), Part("b", Fraction(1))], prices)
    assert (told.threshold, told.fewest) == (threshold, fewest)


def test_equal_remainders_go_to_the_smallest_id() -> None:
    told = reckon([Part(name, Fraction(1)) for name in ("c", "a", "b")], Prices(0, 0, 0, 100))
    assert [(one.id, one.share) for one in told.savings] == [("a", 34), ("b", 33), ("c", 33)]


@law
@given(parts, prices)
def test_shares_sum_to_the_whole_and_savings_to_what_the_group_saves(known: list[Part], asked: Prices) -> None:
    told = reckon(known, asked)
    assert sum(one.share for one in told.savings) == told.together
    assert sum(one.saves for one in told.savings) == told.saves
    assert all(one.share >= 0 for one in told.savings)


@law
@given(parts, prices, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_changes_nothing(known: list[Part], asked: Prices, chance: object) -> None:
    assert reckon(chance.sample(known, len(known)), asked) == reckon(known, asked)  # type: ignore[attr-defined]


@law
@given(parts, prices)
def test_at_the_threshold_both_cost_the_same_and_above_it_together_costs_no_more(
    known: list[Part], asked: Prices
) -> None:
    told = reckon(known, asked)
    if not told.threshold:
        return
    count, total = len(known), told.threshold
    assert count * asked.once_alone + asked.unit_alone * total == asked.once_together + asked.unit_together * total
    each = 2 * total / count
    more = reckon([Part(part.id, each) for part in known], asked)
    assert more.saves >= -count  # each of `count` roundings may take a cent
