"""An offer asked of all the needs at once gets what it would get need by need."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import items, lists_of_items
from phares.engine.matching import Item, Refusal, Tie, answerable
from phares.engine.matching.needs import Needs


@settings(max_examples=40, deadline=None)
@given(offer=items("o"), needs=lists_of_items("n", 4), top=st.integers(1, 4), data=st.data())
def test_all_needs_at_once_answer_as_one_by_one(offer: Item, needs: list[Item], top: int, data: st.DataObject) -> None:
    people = st.sampled_from("ABCDEF")
    ties = data.draw(st.lists(st.builds(Tie, people, people, st.integers(0, 6)), max_size=3))
    shown = data.draw(st.dictionaries(people, st.integers(0, 9), max_size=3))
    refusals = [Refusal(need.id, offer.id) for need in needs[:1]]
    together = Needs(needs).answers(offer, ties=ties, refusals=refusals, shown=shown, top=top)
    assert together == answerable(offer, needs, ties, refusals, shown, top=top)
