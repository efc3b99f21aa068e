"""No proposal without a moment in common, and amounts compared only where they can be."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import days, item, slots
from phares.engine.matching import Slot, match
from phares.engine.matching.structure import share_a_time

MONDAY = date(2026, 1, 5)


def test_mondays_are_no_use_to_a_period_without_a_monday() -> None:
    week_end = {"from_on": MONDAY + timedelta(5), "until_on": MONDAY + timedelta(6)}
    need = item("n", "Un vélo cargo", weekly=(Slot(0, 600, 700),))
    assert match([need], [item("o", "Vélo cargo", **week_end)]) == ()
    longer = week_end | {"until_on": MONDAY + timedelta(7)}
    assert len(match([need], [item("o", "Vélo cargo", **longer)])) == 1


@settings(max_examples=80, deadline=None)
@given(days, st.integers(0, 12), days, st.integers(0, 12), st.lists(slots, max_size=2), st.lists(slots, max_size=2))
def test_two_items_share_a_time_when_some_minute_of_some_day_is_in_both(
    one: date, length: int, other: date, other_length: int, left: list[Slot], right: list[Slot]
) -> None:
    need = item("n", "x", from_on=one, until_on=one + timedelta(length), weekly=tuple(left))
    offer = item("o", "x", from_on=other, until_on=other + timedelta(other_length), weekly=tuple(right))

    def minutes(held: list[Slot], weekday: int) -> set[int]:
        said = [range(slot.start, slot.end) for slot in held if slot.day == weekday]
        return {minute for span in said for minute in span} if held else set(range(1440))

    both = [
        one + timedelta(later)
        for later in range(length + 1)
        if 0 <= (one + timedelta(later) - other).days <= other_length
    ]
    assert share_a_time(need, offer) == any(minutes(left, d.weekday()) & minutes(right, d.weekday()) for d in both)


def test_a_unit_in_the_plural_or_left_out_is_the_same_unit() -> None:
    need = item("n", "Des chaises", quantity=Fraction(40), unit="chaises")
    for unit in ("chaise", "Chaises", None):
        (found,) = match([need], [item("o", "Chaises pliantes", quantity=Fraction(25), unit=unit)])
        (lack,) = found.missing
        assert lack.facts == {"have": 25, "want": 40, "short": 15, "unit": "chaises"}
    (found,) = match([need], [item("o", "Chaises pliantes", quantity=Fraction(25), unit="tables")])
    assert found.missing == ()
