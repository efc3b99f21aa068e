"""Past refusals weigh on the next proposals: examples, and what must hold whatever was refused."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import items, lists_of_items
from phares.engine.lessons import AWAY, Lesson, learned
from phares.engine.matching import Item, Match, Refusal, match

law = settings(max_examples=40, deadline=None)
WHYS = ["too_far", "not_the_dates", "not_enough", "not_the_terms", "not_our_trade", "not_now", "other"]
lessons = st.lists(
    st.builds(
        Lesson,
        st.sampled_from(WHYS),
        st.none() | st.floats(0, 50),
        st.none() | st.sampled_from(["space", "skill", "equipment"]),
        st.none() | st.sampled_from(["free", "barter", "paid"]),
    ),
    max_size=6,
)
NEED = Item("n", "a", "Emprunter une remorque à vélo", kind="equipment", lat=48.9, lon=2.3, exchange="free")
NEXT_DOOR = Item("near", "b", "Une remorque à vélo", kind="equipment", lat=48.9, lon=2.3, exchange="free")
FAR = Item("far", "c", "Une remorque à vélo", kind="equipment", lat=49.4, lon=2.3, exchange="paid")


def weighed(past: Sequence[Lesson], *offers: Item) -> dict[str, Match]:
    """Return what is proposed for the need, weighed by past refusals."""
    found = match([NEED], offers)
    return {one.offer: one for one in learned(found, past, {offer.id: offer for offer in offers})}


@pytest.mark.parametrize(
    ("past", "lowered"),
    [
        (Lesson("too_far", km=30.0), {"far"}),
        (Lesson("too_far", km=None), set()),
        (Lesson("not_the_terms", exchange="paid"), {"far"}),
        (Lesson("not_our_trade", kind="equipment"), {"near", "far"}),
        (Lesson("not_our_trade", kind="space"), set()),
        (Lesson("not_now"), set()),
        (Lesson("other"), set()),
    ],
)
def test_a_refusal_lowers_what_its_reason_also_holds_for(past: Lesson, lowered: set[str]) -> None:
    plain, after = weighed([], NEXT_DOOR, FAR), weighed([past], NEXT_DOOR, FAR)
    assert {pk for pk in plain if after[pk].micro_score < plain[pk].micro_score} == lowered


def test_not_enough_lowers_what_falls_short_again() -> None:
    need = Item("n", "a", "Stocker des décors au sec", quantity=80, unit="m²")  # type: ignore[arg-type]
    small, large = (
        Item(pk, pk, "Stocker au sec", quantity=size, unit="m²")  # type: ignore[arg-type]
        for pk, size in (("small", 40), ("large", 90))
    )
    found = learned(match([need], [small, large]), [Lesson("not_enough")], {"small": small, "large": large})
    assert {one.offer for one in found if any(reason.code == "like_refused" for reason in one.reasons)} == {"small"}


def test_a_second_refusal_weighs_less_than_the_first_and_all_of_them_have_a_bound() -> None:
    far = Lesson("too_far", km=10.0)
    scores = [weighed([far] * times, FAR)["far"].score for times in (0, 1, 2, 50)]
    steps = [before - after for before, after in pairwise(scores)]
    assert steps[0] > steps[1] > 0
    assert scores[0] - scores[-1] < AWAY


@law
@given(lists_of_items("n", 3), lists_of_items("o", 4), lessons)
def test_points_still_add_up_and_no_proposal_is_lost_or_raised(
    needs: list[Item], offers: list[Item], past: list[Lesson]
) -> None:
    for need in needs:
        found = match([need], offers)
        after = learned(found, past, {offer.id: offer for offer in offers})
        before = {one.offer: one.micro_score for one in found}
        assert {one.offer for one in after} == set(before)
        assert [one.rank for one in after] == list(range(1, len(after) + 1))
        for one in after:
            assert sum(reason.micro_points for reason in one.reasons) == one.micro_score <= before[one.offer]


@law
@given(items("n"), lists_of_items("o", 4), lessons, st.randoms(use_true_random=False))
def test_the_order_of_refusals_and_of_proposals_changes_nothing(
    need: Item, offers: list[Item], past: list[Lesson], chance: object
) -> None:
    others = {offer.id: offer for offer in offers}
    found = match([need], offers)
    mixed = chance.sample(past, len(past)), chance.sample(found, len(found))  # type: ignore[attr-defined]
    assert learned(mixed[1], mixed[0], others) == learned(found, past, others)


@law
@given(items("n"), lists_of_items("o", 4), lessons)
def test_without_refusals_nothing_changes_and_what_was_refused_never_returns(
    need: Item, offers: list[Item], past: list[Lesson]
) -> None:
    others = {offer.id: offer for offer in offers}
    found = match([need], offers)
    assert learned(found, [], others) == found
    if found:
        left = match([need], offers, refusals=[Refusal(need.id, found[0].offer)])
        assert found[0].offer not in {one.offer for one in learned(left, past, others)}
