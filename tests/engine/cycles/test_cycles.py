"""Rounds of barter: what must hold of them, and other ways to find the same."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phares.engine.cycles import Cycle, Edge, TooMany, elementary, served_together

law = settings(max_examples=60, deadline=None)
ids = st.sampled_from(("A", "B", "C", "D", "E", "é", "a"))
edges = st.builds(Edge, ids, ids, st.sampled_from(("n1", "n2")), st.sampled_from(("o1", "o2")), st.integers(0, 4))
graphs = st.lists(edges, max_size=14)


def edge(giver: str, taker: str, micro_score: int = 500_000, need: str = "n", offer: str = "o") -> Edge:
    return Edge(giver, taker, need, offer, micro_score)


def best_by_trying_all(cycles: tuple[Cycle, ...]) -> tuple[Cycle, ...]:
    """Every set of rounds that share no structure, one after the other."""
    sets: list[tuple[int, ...]] = [()]
    for place, cycle in enumerate(cycles):
        sets += [
            (*held, place)
            for held in sets
            if all(set(cycle.structures).isdisjoint(cycles[one].structures) for one in held)
        ]

    def merit(held: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        served = sum(len(cycles[one].structures) for one in held)
        return -served, -sum(cycles[one].weakest.micro_score for one in held), held

    return tuple(cycles[one] for one in min(sets, key=merit))


@law
@given(graphs, st.integers(2, 7))
def test_the_rounds_are_those_of_networkx(given_: list[Edge], longest: int) -> None:
    graph = nx.DiGraph((one.giver, one.taker) for one in given_ if one.giver != one.taker)
    theirs = (tuple(round_) for round_ in nx.simple_cycles(graph, length_bound=longest))
    turned = sorted(round_[round_.index(min(round_)) :] + round_[: round_.index(min(round_))] for round_ in theirs)
    assert sorted(cycle.structures for cycle in elementary(given_, longest)) == turned


@law
@given(graphs)
def test_the_rounds_held_together_are_the_best_of_all_sets(given_: list[Edge]) -> None:
    cycles = elementary(given_, 5)[:12]
    assert served_together(cycles) == best_by_trying_all(cycles)


@law
@given(graphs, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_changes_nothing(given_: list[Edge], chance: object) -> None:
    mixed = chance.sample(given_, len(given_))  # type: ignore[attr-defined]
    assert elementary(mixed) == elementary(given_)


@law
@given(graphs)
def test_each_round_gives_in_order_from_its_smallest_id(given_: list[Edge]) -> None:
    for cycle in elementary(given_):
        assert cycle.structures[0] == min(cycle.structures)
        takers = [one.taker for one in cycle.edges]
        assert takers == [*cycle.structures[1:], cycle.structures[0]]
        assert cycle.weakest.micro_score == min(one.micro_score for one in cycle.edges)


def test_of_several_edges_the_best_counts_by_score_then_need_then_offer() -> None:
    back = edge("B", "A")
    twins = [
        edge("A", "B", 7, "n2", "o1"),
        edge("A", "B", 7, "n1", "o2"),
        edge("A", "B", 7, "n1", "o1"),
        edge("A", "B", 3),
    ]
    (found,) = elementary([*twins, back])
    assert found.edges == (edge("A", "B", 7, "n1", "o1"), back)


def test_best_first_then_shorter_then_by_code_point() -> None:
    found = elementary(
        [edge(*pair) for pair in ("AB", "BA", "BC", "CA", "ZY", "YZ", "éa", "aé")]
        + [edge("Q", "P", 900_000), edge("P", "Q", 900_000)]
    )
    assert ["".join(one.structures) for one in found] == ["PQ", "AB", "YZ", "aé", "ABC"]


def test_a_structure_that_gives_to_itself_makes_no_round() -> None:
    assert elementary([edge("A", "A")]) == ()


def test_one_round_too_many_is_refused_and_as_many_as_asked_are_not() -> None:
    three = [edge(*pair) for pair in ("AB", "BA", "CD", "DC", "EF", "FE")]
    assert len(elementary(three, most=3)) == 3
    with pytest.raises(TooMany, match="more than 2"):
        elementary(three, most=2)


def test_two_short_rounds_that_serve_four_go_before_a_better_one_that_serves_three() -> None:
    rounds = elementary(
        [
            edge("A", "B", 1),
            edge("B", "A", 1),
            edge("C", "D", 1),
            edge("D", "C", 1),
            edge("B", "C", 9),
            edge("C", "E", 9),
            edge("E", "B", 9),
        ]
    )
    assert ["".join(one.structures) for one in served_together(rounds)] == ["AB", "CD"]


def test_rounds_of_equal_worth_are_chosen_in_order() -> None:
    whole = [edge(a, b) for a in "ABCDEF" for b in "ABCDEF" if a != b]
    assert ["".join(one.structures) for one in served_together(elementary(whole))] == ["AB", "CD", "EF"]
