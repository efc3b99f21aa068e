"""Splitting an amount: the reference examples of the field, and what must hold of any key."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.choices import choices_of
from phares.engine.allocation import By, Equal, Fixed, Key, Mix, Party, Period, Share, Unsplittable, split

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
EVERY_DAY = [date.fromordinal(day) for day in range(YEAR.from_on.toordinal(), YEAR.until_on.toordinal() + 1)]
HALF = Fraction(1, 2)
SURFACES = {"A": 320, "B": 180, "C": 95, "D": 60, "E": 45}
DESKS = {"A": 22, "B": 14, "C": 6, "D": 5, "E": 3}


def five(**more: Any) -> list[Party]:
    return [Party(one, {"m2": Fraction(SURFACES[one]), "desks": Fraction(DESKS[one])}, **more) for one in SURFACES]


def cents(shares: tuple[Share, ...]) -> dict[str, int]:
    return {share.id: share.cents for share in shares}


def test_two_equal_remainders_are_settled_by_the_smaller_id() -> None:
    shares = split(12_000_00, YEAR, By("m2"), five())
    assert cents(shares) == {"A": 5485_72, "B": 3085_71, "C": 1628_57, "D": 1028_57, "E": 771_43}
    assert shares[0].exact % 1 == shares[1].exact % 1 == Fraction(3, 7)


def test_empty_surface_keeps_its_row_and_falls_on_the_lessor() -> None:
    empty = Party("vide", {"m2": Fraction(60)}, vacant=True)
    shares = split(12_000_00, YEAR, By("m2"), [*five(), empty], "SCIC")
    assert cents(shares) == {"A": 5052_63, "B": 2842_10, "C": 1500_00, "D": 947_37, "E": 710_53, "vide": 947_37}
    assert [share.borne_by for share in shares] == [None] * 5 + ["SCIC"]


def test_a_mixed_key_weighs_surfaces_and_desks() -> None:
    key = Mix(((Fraction(3, 5), By("m2")), (Fraction(2, 5), By("desks"))))
    expected = {"A": 4502_86, "B": 2662_86, "C": 1294_29, "D": 914_28, "E": 625_71}
    assert cents(split(10_000_00, YEAR, key, five())) == expected


def test_who_leaves_on_the_thirtieth_of_june_weighs_181_days_of_365() -> None:
    gone = Party("gone", until_on=date(2026, 6, 30))
    stays = Party("stays")
    shares = split(546_00, YEAR, Equal(), [stays, gone])
    assert cents(shares) == {"gone": 181_00, "stays": 365_00}
    assert [share.days for share in shares] == [181, 365]


def test_lump_sums_come_first_and_the_rest_follows_use() -> None:
    parties = [Party("a", {"copies": Fraction(1)}), Party("b", {"copies": Fraction(3)})]
    shares = split(100_00, YEAR, Fixed({"a": 20_00}, By("copies")), parties)
    assert cents(shares) == {"a": 40_00, "b": 60_00}
    assert [part.code for part in shares[0].parts] == ["fixed", "by"]


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ("key.by: weights sum to 0", By("colour")),
        ("key.mix[1].key.then.by: weights", Mix(((HALF, Equal()), (HALF, Fixed({}, By("x")))))),
        ("key.mix: shares sum to 1/2, not 1", Mix(((HALF, Equal()),))),
        ("key.mix: shares sum to 0, not 1", Mix(())),
        ("key.fixed: sums to 101, above the amount 100", Fixed({"A": 101}, Equal())),
        ("key.mix[0].key.fixed: sums to 51, above the amount 50", Mix(((HALF, Fixed({"A": 51}, Equal())),) * 2)),
        ("key.fixed.Z: unknown id", Fixed({"Z": 1}, Equal())),
    ],
)  # fmt: skip
def test_a_key_that_cannot_divide_says_where(where: str, key: Key) -> None:
    with pytest.raises(Unsplittable) as caught:
        split(100, YEAR, key, five())
    assert str(caught.value).startswith(where)


def test_nobody_there_or_a_vacant_row_without_lessor_is_refused() -> None:
    with pytest.raises(Unsplittable, match=r"key\.equal: weights sum to 0"):
        split(0, YEAR, Equal(), [Party("late", from_on=date(2027, 1, 1))])
    with pytest.raises(Unsplittable, match="lessor: missing"):
        split(100, YEAR, Equal(), [Party("vide", vacant=True)])


FIRST_DAY = date(2025, 11, 1)
DAYS_ROUND_THE_YEAR = range((date(2027, 2, 1) - FIRST_DAY).days + 1)
AMOUNTS = tuple(Fraction(whole, under) for under in range(1, 8) for whole in range(9 * under + 1))
KEYS = st.recursive(
    st.one_of(st.just(Equal()), st.sampled_from(("m2", "desks")).map(By)),
    lambda inner: st.one_of(
        st.tuples(st.integers(0, 7), inner, inner).map(
            lambda three: Mix(((Fraction(three[0], 7), three[1]), (1 - Fraction(three[0], 7), three[2])))
        ),
        st.tuples(st.dictionaries(st.sampled_from("pqr"), st.integers(0, 20), max_size=2), inner).map(
            lambda two: Fixed(*two)
        ),
    ),
    max_leaves=4,
)


@st.composite
def parties(draw: st.DrawFn) -> list[Party]:
    choices = draw(choices_of(40))
    rows = []
    for one in choices.mixed(choices.among(("p", "pqr", "pqrstu"))):
        named = choices.among(((), ("m2",), ("desks",), ("m2", "desks")))
        weights = {name: choices.among(AMOUNTS) for name in named}
        first, last = sorted(FIRST_DAY + timedelta(choices.among(DAYS_ROUND_THE_YEAR)) for _ in range(2))
        rows.append(Party(one, weights, choices.among((None, first)), choices.among((None, last))))
    return rows


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), KEYS, parties(), st.randoms(use_true_random=False))
def test_whatever_the_key_cents_add_up_parts_add_up_and_order_is_nothing(
    amount: int, key: Key, rows: list[Party], chance: Any
) -> None:
    try:
        shares = split(amount, YEAR, key, rows)
    except Unsplittable:
        return
    assert sum(share.cents for share in shares) == sum(share.exact for share in shares) == amount
    assert all(abs(share.cents - share.exact) < 1 for share in shares)
    assert all(sum(part.cents for part in share.parts) == share.exact for share in shares)
    assert split(amount, YEAR, key, chance.sample(rows, len(rows))) == shares


def charged(amount: Fraction, key: Key, rows: list[Party], one: Party) -> Fraction:
    """What the formulas of the field say one party owes, written another way: day by day."""
    if isinstance(key, Mix):
        return sum((charged(amount * share, inner, rows, one) for share, inner in key.parts), Fraction(0))
    if isinstance(key, Fixed):
        return key.cents.get(one.id, 0) + charged(amount - sum(key.cents.values()), key.then, rows, one)

    def weight(row: Party) -> Fraction:
        there = [day for day in EVERY_DAY if (row.from_on or day) <= day <= (row.until_on or day)]
        return (Fraction(1) if isinstance(key, Equal) else row.weights.get(key.name, Fraction(0))) * len(there)

    return amount * weight(one) / sum(map(weight, rows))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), KEYS, parties())
def test_the_exact_shares_are_those_of_the_formulas(amount: int, key: Key, rows: list[Party]) -> None:
    try:
        shares = split(amount, YEAR, key, rows)
    except Unsplittable:
        return
    assert {share.id: share.exact for share in shares} == {
        one.id: charged(Fraction(amount), key, rows, one) for one in rows
    }
