"""A call's checklist: the decree on PTCE, and what is not known weighed by every way it could turn out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phares.engine.eligibility import (
    Every,
    MoreThan,
    NoFewer,
    NoMore,
    OfTheSet,
    Rule,
    Size,
    State,
    Subject,
    checklist,
)

DECREE = "décret n° 2015-431 du 15 avril 2015"
RULES: tuple[Rule, ...] = (
    OfTheSet("candidate_is_a_private_legal_person", DECREE, "private_legal_person"),
    Size("three_members", DECREE, least=3),
    Every("legal_persons", DECREE, "legal_person"),
    NoFewer("one_ess_enterprise", DECREE, "ess"),
    MoreThan("mostly_ess", "règlement de l’appel 2015, critère 5", "ess", Fraction(1, 2)),
)


def states(members: list[Subject], group: Subject) -> list[str]:
    return [check.state.value for check in checklist(RULES, members, group)]


def test_the_decree_met_missing_and_not_known() -> None:
    ess, company = {"legal_person": True, "ess": True}, {"legal_person": True, "ess": False}
    group = Subject("group", {"private_legal_person": True})
    assert states([Subject("a", ess), Subject("b", ess), Subject("c", company)], group) == ["met"] * 5
    assert states([Subject("a", ess), Subject("b", company)], Subject("group")) == [
        "unknown", "missing", "met", "met", "missing",
    ]  # fmt: skip
    assert states([Subject("a", ess), Subject("b", company), Subject("c", {"ess": True})], group)[2] == "unknown"


def test_a_check_says_its_article_and_who_is_concerned() -> None:
    members = [Subject("c"), Subject("b", {"ess": False}), Subject("a", {"ess": True}), Subject("d", {"ess": False})]
    (check,) = checklist((RULES[4],), members, Subject("group"))
    assert check.rule.article == "règlement de l’appel 2015, critère 5"
    assert (check.having, check.lacking, check.unknown) == (("a",), ("b", "d"), ("c",))
    assert (check.state, check.short) == (State.MISSING, 2)


@pytest.mark.parametrize(("members", "short"), [(1, 1), (2, 0), (4, 0), (6, -2)])
def test_a_size_says_how_many_more_or_too_many(members: int, short: int) -> None:
    (check,) = checklist((Size("size", "", 2, 4),), [Subject(str(one)) for one in range(members)], Subject("group"))
    assert check.short == short
    assert check.state == (State.MISSING if short else State.MET)


TRAIT_RULES = st.one_of(
    st.just(Every("x", "", "t")),
    st.integers(0, 4).map(lambda least: NoFewer("x", "", "t", least)),
    st.integers(0, 3).map(lambda most: NoMore("x", "", "t", most)),
    st.fractions(0, 1, max_denominator=4).map(lambda share: MoreThan("x", "", "t", share)),
)


def holds(rule: Rule, traits: tuple[bool, ...]) -> bool:
    having = traits.count(True)
    match rule:
        case NoFewer(least=least):
            return having >= least
        case NoMore(most=most):
            return having <= most
        case MoreThan(share=share):
            return having > share * len(traits)
        case _:
            return all(traits)


@given(TRAIT_RULES, st.lists(st.sampled_from((True, False, None)), max_size=5))
def test_a_rule_is_met_or_missing_only_when_no_unknown_could_change_it(rule: Rule, said: list[bool | None]) -> None:
    members = [Subject(str(place), {} if one is None else {"t": one}) for place, one in enumerate(said)]
    (check,) = checklist((rule,), members, Subject("group"))
    ways = [tuple(way) for way in product(*((True, False) if one is None else (one,) for one in said))]
    outcomes = {holds(rule, way) for way in ways}
    assert check.state == (State.UNKNOWN if len(outcomes) == 2 else State.MET if outcomes == {True} else State.MISSING)
