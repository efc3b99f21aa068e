"""What must hold of the matching whatever is asked and offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import items, lists_of_items, titles
from phares.engine.lexicon.words import fold
from phares.engine.matching import Index, Item, Match, Refusal, Tie, match

law = settings(max_examples=40, deadline=None)
needs = lists_of_items("n", 3)
offers = lists_of_items("o", 5)
shown = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 40), max_size=3)
ties = st.lists(st.builds(Tie, st.sampled_from("ABC"), st.sampled_from("DEF"), st.integers(0, 6)), max_size=3)


def unaccented(one: Item) -> Item:
    return replace(one, title=fold(one.title), text=fold(one.text), tags=tuple(map(fold, one.tags)))


def best(found: Sequence[Match]) -> int:
    return max((pair.micro_score for pair in found), default=0)


@law
@given(needs, offers, ties, shown, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(
    asked: list[Item], given_: list[Item], known: list[Tie], often: dict[str, int], chance: object
) -> None:
    mixed = [chance.sample(one, len(one)) for one in (asked, given_, known)]  # type: ignore[attr-defined]
    assert match(*mixed, shown=often, top=3) == match(asked, given_, known, shown=often, top=3)


@law
@given(needs, offers, ties, shown)
def test_points_add_up_to_the_score_exactly(
    asked: list[Item], given_: list[Item], known: list[Tie], often: dict[str, int]
) -> None:
    for pair in match(asked, given_, known, shown=often):
        assert sum(reason.micro_points for reason in pair.reasons) == pair.micro_score > 0
        assert round(sum(reason.points for reason in pair.reasons), 6) == pair.score


@law
@given(items("n"), offers, items("better"), ties, shown)
def test_one_more_offer_never_lowers_the_best_score(
    need: Item, given_: list[Item], more: Item, known: list[Tie], often: dict[str, int]
) -> None:
    before = match([need], given_, known, shown=often)
    after = match([need], [*given_, more], known, shown=often)
    assert best(after) >= best(before)
    scores = {pair.offer: pair.micro_score for pair in after}
    assert all(scores.get(pair.offer, pair.micro_score) == pair.micro_score for pair in before)


@law
@given(needs, offers, st.lists(st.tuples(st.sampled_from("012"), st.sampled_from("0123456")), max_size=6))
def test_a_refused_pair_never_returns_and_the_others_stay(
    asked: list[Item], given_: list[Item], pairs: list[tuple[str, str]]
) -> None:
    refused = {(f"n{need}", f"o{offer}") for need, offer in pairs}
    free = match(asked, given_, top=99)
    found = match(asked, given_, refusals=[Refusal(*pair) for pair in sorted(refused)], top=99)
    assert [(pair.need, pair.offer, pair.micro_score) for pair in found] == [
        (pair.need, pair.offer, pair.micro_score) for pair in free if (pair.need, pair.offer) not in refused
    ]


@law
@given(needs, offers)
def test_an_offer_of_the_needs_own_structure_is_never_proposed(asked: list[Item], given_: list[Item]) -> None:
    owner = {item.id: item.by for item in [*asked, *given_]}
    assert all(owner[pair.need] != owner[pair.offer] for pair in match(asked, given_))


@law
@given(needs, offers)
def test_best_first_by_score_then_by_code_point(asked: list[Item], given_: list[Item]) -> None:
    found = match(asked, given_, top=4)
    assert [(pair.need, pair.rank) for pair in found] == sorted((pair.need, pair.rank) for pair in found)
    keys = [(pair.need, -pair.micro_score, pair.offer) for pair in found]
    assert keys == sorted(keys)


@law
@given(needs, offers, st.integers(1, 4))
def test_a_smaller_top_is_the_beginning_of_a_greater_one(asked: list[Item], given_: list[Item], top: int) -> None:
    whole = match(asked, given_, top=99)
    assert match(asked, given_, top=top) == tuple(pair for pair in whole if pair.rank <= top)


@law
@given(items("n"), offers)
def test_accents_change_nothing_of_the_ranking(need: Item, given_: list[Item]) -> None:
    expected = [(pair.offer, pair.micro_score) for pair in match([need], given_)]
    bare = match([unaccented(need)], [unaccented(one) for one in given_])
    assert [(pair.offer, pair.micro_score) for pair in bare] == expected


@law
@given(items("n"), offers, ties, shown)
def test_a_ready_index_answers_as_match_does(
    need: Item, given_: list[Item], known: list[Tie], often: dict[str, int]
) -> None:
    index = Index(given_)
    index.answers(replace(need, title="autre chose"))
    assert index.answers(need, ties=known, shown=often) == match([need], given_, known, shown=often)


@law
@given(titles, st.lists(titles, max_size=5))
def test_the_need_itself_offered_is_found_and_nothing_beats_it_but_a_twin(title: str, others: list[str]) -> None:
    twin = Item("twin", "T", title)
    found = match([Item("n", "N", title)], [twin, *(Item(f"o{at}", "O", one) for at, one in enumerate(others))], top=99)
    assert not found or "twin" in {pair.offer for pair in found}
