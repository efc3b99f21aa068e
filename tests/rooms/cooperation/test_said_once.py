"""A card says each thing once; what the engine found is told whole on the page of the match."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from phares.rooms.cooperation.said_once import said_once

WORDS = st.sampled_from(["vélo", "velos", "remorque", "réparer", "répare", "bois", "scie", "scier", "a", "", "²"])
FEW = st.lists(WORDS, max_size=4)
REASONS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"code": st.just("same_words"), "words": FEW}),
        st.fixed_dictionaries({"code": st.just("near_sense"), "pairs": st.lists(st.tuples(WORDS, WORDS), max_size=4)}),
        st.fixed_dictionaries({"code": st.just("same_idea"), "need_term": WORDS, "offer_term": WORDS}),
    ),
    max_size=4,
)


@given(REASONS)
def test_nothing_is_added_no_pair_repeats_a_word_and_again_changes_nothing(reasons: list[dict[str, Any]]) -> None:
    told = said_once(reasons)
    assert said_once(told) == told
    for one in told:
        pairs = [tuple(pair) for pair in one.get("pairs", ())]
        whole = [tuple(pair) for each in reasons for pair in each.get("pairs", ())]
        assert set(pairs) <= set(whole)
        words = [word for pair in pairs for word in set(pair)]
        assert len(words) == len(set(words))
        assert len(pairs) <= 2


def test_a_card_reads_as_a_person_would_say_it() -> None:
    reasons = [
        {"code": "near_sense", "pairs": [["cassé", "réparer"], ["réparer", "cassé"], ["vélo", "réparer"]]},
        {"code": "same_words", "words": ["ordinateurs", "répare", "réparer"]},
        {"code": "same_idea", "need_term": "ordinateur", "offer_term": "ordinateurs", "concept": "x"},
        {"code": "near", "km": 0.0},
    ]
    assert said_once(reasons) == [
        {"code": "near_sense", "pairs": [["cassé", "réparer"]]},
        {"code": "same_words", "words": ["ordinateurs", "répare"]},
        {"code": "near", "km": 0.0},
    ]
