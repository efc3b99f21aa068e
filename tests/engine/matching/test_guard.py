"""The guard: nobody is proposed more than its part while others answer nearly as well."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import item, items, lists_of_items
from phares.engine.matching import Item, match

NEED = item("n", "Un vélo cargo pour nos livraisons")


def firsts(offers: list[Item], times: int) -> Counter[str]:
    """Who comes first when the same need is asked again and again, each time knowing who was proposed before."""
    owner = {offer.id: offer.by for offer in offers}
    shown: Counter[str] = Counter()
    for _ in range(times):
        shown[owner[match([NEED], offers, shown=shown)[0].offer]] += 1
    return shown


def test_those_who_answer_alike_are_proposed_alike_often() -> None:
    alike = [item(f"o{at}", "Vélo cargo à prêter", by=f"S{at}") for at in range(4)]
    assert set(firsts(alike, 20).values()) == {5}


def test_one_that_answers_a_little_better_leaves_their_turn_to_the_others() -> None:
    near = item("o1", "Vélo cargo à prêter", by="better", kind="equipment")
    others = [item(f"p{at}", "Vélo cargo à prêter", by=f"S{at}", lat=0.0, lon=0.0) for at in range(2)]
    shown = firsts([near, *others], 30)
    assert max(shown.values()) <= 15
    assert min(shown.values()) >= 5


def test_one_that_alone_answers_stays_first_however_often_it_was_shown() -> None:
    found = match([NEED], [item("o", "Vélo cargo à prêter", by="A"), item("p", "Cours de chant")], shown={"A": 10**9})
    assert [pair.offer for pair in found] == ["o"]
    assert found[0].score > 0


@settings(max_examples=40, deadline=None)
@given(items("n"), lists_of_items("o", 5), st.integers(0, 50), st.integers(0, 50))
def test_more_shown_is_never_better(need: Item, offers: list[Item], less: int, more: int) -> None:
    less, more = sorted((less, more))
    before = {pair.offer: pair.micro_score for pair in match([need], offers, shown={"A": less}, top=9)}
    after = {pair.offer: pair.micro_score for pair in match([need], offers, shown={"A": more}, top=9)}
    assert before.keys() == after.keys()
    assert all(0 < after[offer] <= score for offer, score in before.items())
