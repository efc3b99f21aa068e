"""The network of a day: examples with dates on the edge, networkx for graphs, laws for what has no one answer."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from phares.engine.network import Fact, Help, Network, Presence, Structure, network
from phares.engine.network.meetings import MOST_EACH

DAY = date(2026, 6, 1)
ALWAYS = (Presence(date(2020, 1, 1)),)


def before(days: int) -> date:
    return DAY - timedelta(days)


def seen(*facts: Fact, ids: str = "abcd", fade_days: int = 365) -> Network:
    return network([Structure(one, ALWAYS) for one in ids], facts, DAY, fade_days)


def test_a_fact_ties_until_it_has_faded_and_not_before_its_day() -> None:
    assert len(seen(Fact(("a", "b"), "loan", 2, before(365))).ties) == 1
    assert seen(Fact(("a", "b"), "loan", 2, before(366))).ties == ()
    assert len(seen(Fact(("a", "b"), "loan", 2, before(375), 10)).ties) == 1
    assert seen(Fact(("a", "b"), "loan", 2, before(-1))).ties == ()
    assert len(seen(Fact(("a", "b"), "loan", 2, DAY), fade_days=0).ties) == 1
    assert len(seen(Fact(("a", "b"), "loan", 2, before(1)), fade_days=10**12).ties) == 1


def test_a_tie_is_as_strong_as_its_strongest_living_fact_and_says_its_days() -> None:
    (tie,) = seen(
        Fact(("b", "a"), "loan", 2, before(300)),
        Fact(("a", "b"), "job", 5, before(100)),
        Fact(("a", "b"), "company", 6, before(900)),
        Fact(("a", "b"), "met", 1, before(10)),
    ).ties
    assert (tie.a, tie.b, tie.level, tie.since, tie.last) == ("a", "b", 5, before(300), before(10))


def test_only_those_present_on_the_day_count_both_ends_held() -> None:
    facts = [Fact(("a", "b", "c"), "meeting", 1, before(5))]
    structures = [
        Structure("a", (Presence(before(100), before(50)), Presence(DAY, DAY))),
        Structure("b", (Presence(before(9), before(1)),)),
        Structure("c", ALWAYS),
        Structure("d"),
    ]
    found = network(structures, facts, DAY)
    assert found.members == ("a", "c")
    assert [(tie.a, tie.b) for tie in found.ties] == [("a", "c")]
    assert found.density == 1


def test_what_lasts_reaches_back_more_than_a_year_without_a_gap() -> None:
    def lasts(*facts: tuple[int, int]) -> bool:
        return bool(seen(*(Fact(("a", "b"), "x", 3, before(start), days) for start, days in facts)).lasting)

    assert lasts((366, 1))
    assert not lasts((365, 365))
    assert lasts((731, 1), (365, 0))  # a gap of exactly 365 days
    assert not lasts((732, 1), (365, 0))  # a gap of 366: what lasts begins again, 365 days before
    assert lasts((2000, 5000))
    assert not lasts((900, 10))  # faded since
    assert lasts((900, 700), (800, 1), (180, 1))  # a short fact within a long one closes nothing


def test_a_pole_of_one_or_of_nobody_has_no_density() -> None:
    assert seen(ids="a").density == seen(ids="").density == 0
    assert seen(ids="a").communities == (("a",),)
    assert seen(ids="").communities == ()


def test_who_might_meet_has_a_common_partner_or_did_something_before() -> None:
    found = seen(
        Fact(("a", "b"), "x", 3, before(5)), Fact(("b", "c"), "x", 3, before(5)), Fact(("c", "d"), "x", 6, before(999))
    )
    assert [(one.a, one.b, one.score) for one in found.meet] == [("a", "c", 0.5), ("c", "d", 0.5)]
    assert [one.reasons[0].code for one in found.meet] == ["common_partner", "did_something_before"]


def test_who_has_what_another_looks_for_might_meet_it_the_best_match_each_way() -> None:
    helps = [
        Help("c", "d", "n1", "o1", 800_000),
        Help("c", "d", "n2", "o2", 900_000),
        Help("d", "c", "n3", "o3", 100_000),
        Help("a", "b", "n4", "o4", 900_000),  # these two do something together already
        Help("c", "z", "n5", "o5", 900_000),  # not there that day
        Help("c", "c", "n6", "o6", 900_000),
    ]
    structures = [Structure(one, ALWAYS) for one in "abcd"]
    (found,) = network(structures, [Fact(("a", "b"), "x", 3, before(5))], DAY, helps=helps).meet
    assert (found.a, found.b, found.score) == ("c", "d", 0.5)
    assert [(one.code, one.help, one.points) for one in found.reasons] == [
        ("could_help", helps[1], 0.45),
        ("could_help", helps[2], 0.05),
    ]


IDS = "abcdefgh"
FACTS = st.lists(
    st.builds(
        Fact,
        st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True).map(tuple),
        st.just("x"),
        st.integers(1, 6),
        st.integers(-30, 900).map(before),
        st.integers(0, 300),
    ),
    max_size=12,
)
STRUCTURES = st.lists(
    st.tuples(st.sampled_from(IDS), st.booleans()), min_size=1, max_size=8, unique_by=lambda one: one[0]
).map(lambda some: [Structure(one, ALWAYS if there else ()) for one, there in some])


@settings(max_examples=120, deadline=None)
@given(STRUCTURES, FACTS, st.sampled_from((0, 100, 365)), st.randoms(use_true_random=False))
def test_networkx_sees_the_same_graph_and_the_laws_hold(
    structures: list[Structure], facts: list[Fact], fade_days: int, chance: Any
) -> None:
    found = network(structures, facts, DAY, fade_days)
    mixed = [chance.sample(some, len(some)) for some in (structures, facts)]
    assert network(*mixed, DAY, fade_days) == found

    graph = nx.Graph()
    graph.add_nodes_from(one.id for one in structures if one.periods)
    for fact in facts:
        if fact.on <= DAY <= fact.on + timedelta(fact.lasts_days + fade_days):
            inside = [one for one in fact.parties if one in graph]
            for a in inside:
                for b in inside:
                    if a < b:
                        graph.add_edge(a, b, level=max(fact.level, graph.get_edge_data(a, b, {}).get("level", 0)))
    assert list(found.members) == sorted(graph)
    assert {(tie.a, tie.b): tie.level for tie in found.ties} == {
        (min(a, b), max(a, b)): level for a, b, level in graph.edges(data="level")
    }
    assert found.density == Fraction(nx.density(graph)).limit_denominator(100)
    assert list(found.isolated) == sorted(nx.isolates(graph))
    assert list(found.bridges) == sorted((min(pair), max(pair)) for pair in nx.bridges(graph))
    sharing = {one for a, b, level in graph.edges(data="level") if level >= 3 for one in (a, b)}
    assert list(found.sharing_means) == sorted(sharing)

    groups = [set(group) for group in found.communities]
    assert sorted(one for group in groups for one in group) == list(found.members)
    assert all(nx.is_connected(graph.subgraph(group)) for group in groups)
    assert {(tie.a, tie.b) for tie in found.ties}.issuperset(found.lasting)

    pairs = [(one.a, one.b) for one in found.meet]
    assert pairs == sorted(pairs)
    assert all(a < b and not graph.has_edge(a, b) for a, b in pairs)
    assert max(Counter(one for pair in pairs for one in pair).values(), default=0) <= MOST_EACH
    index = nx.resource_allocation_index(graph, pairs)
    for one, (_, _, expected) in zip(found.meet, index, strict=True):
        partners = [reason.points for reason in one.reasons if reason.code == "common_partner"]
        assert abs(sum(partners) - expected) < 1e-5
        assert abs(sum(reason.points for reason in one.reasons) - one.score) < 1e-9
