"""The same need at several structures: what must hold of the groups, and plain examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import item, lists_of_items
from phares.engine.matching import Item
from phares.engine.pool import FORMS, pool

law = settings(max_examples=40, deadline=None)
needs = lists_of_items("n", 5)

BOOKKEEPERS = [
    item("n1", "Nous cherchons un comptable un jour par semaine"),
    item("n2", "Quelqu’un pour tenir nos comptes"),
    item("n3", "Besoin d’aide en comptabilité et pour les factures"),
]


@law
@given(needs, st.integers(2, 4))
def test_groups_are_disjoint_wide_enough_and_in_order(asked: list[Item], least: int) -> None:
    groups = pool(asked, least)
    named = [need for group in groups for need in group.needs]
    owner = {need.id: need.by for need in asked}
    assert len(named) == len(set(named))
    assert set(named) <= owner.keys()
    assert all(len({owner[need] for need in group.needs}) >= least for group in groups)
    assert all(list(group.needs) == sorted(group.needs) and group.form in FORMS for group in groups)
    assert [(-len(group.needs), group.needs) for group in groups] == sorted((-len(g.needs), g.needs) for g in groups)


@law
@given(needs, st.randoms(use_true_random=False))
def test_the_order_of_the_needs_changes_nothing(asked: list[Item], chance: object) -> None:
    assert pool(chance.sample(asked, len(asked))) == pool(asked)  # type: ignore[attr-defined]


@law
@given(needs)
def test_a_greater_least_only_leaves_groups_out(asked: list[Item]) -> None:
    assert {group.needs for group in pool(asked, 3)} <= {group.needs for group in pool(asked, 2)}


@law
@given(needs)
def test_two_needs_without_a_common_day_are_never_pooled(asked: list[Item]) -> None:
    by_id = {need.id: need for need in asked}
    for group in pool(asked):
        starts = [by_id[need].from_on or date.min for need in group.needs]
        ends = [by_id[need].until_on or date.max for need in group.needs]
        assert max(starts) <= min(ends)


def test_the_same_need_in_other_words_is_one_group() -> None:
    others = [item("n4", "Un camion pour samedi"), item("n5", "Une salle où danser")]
    (group,) = pool([*BOOKKEEPERS, *others])
    assert group.needs == ("n1", "n2", "n3")
    assert group.form == "shared_job"
    assert {"accounting"} <= {reason.facts.get("concept") for reason in group.reasons}


def test_needs_of_one_structure_alone_are_no_group() -> None:
    assert pool([replace(need, by="A") for need in BOOKKEEPERS]) == ()


def test_the_same_words_of_another_kind_are_not_the_same_need() -> None:
    here = replace(BOOKKEEPERS[0], kind="skill")
    assert pool([here, replace(here, id="n2", by="B", kind="space")]) == ()
    assert len(pool([here, replace(here, id="n2", by="B", kind="hours")])) == 1


def test_the_same_need_too_far_away_is_not_pooled() -> None:
    paris = replace(BOOKKEEPERS[0], lat=48.86, lon=2.35)
    assert pool([paris, replace(paris, id="n2", by="B", lat=43.30, lon=5.37)]) == ()
    assert len(pool([paris, replace(paris, id="n2", by="B", lat=48.9, lon=2.3)])) == 1


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("purchase", "group_purchase"), ("hours", "shared_job"), ("transport", "shared_equipment"),
        ("space", "shared_space"), ("knowledge", "training"), ("money", "other"),
    ],
)  # fmt: skip
def test_the_form_follows_the_kind(kind: str, form: str) -> None:
    same = [
        Item(name, name, "Il nous faut la même chose", kind=kind, text="casseroles et fourchettes") for name in "ab"
    ]
    assert [group.form for group in pool(same)] == [form]


def test_without_a_kind_the_form_follows_what_is_spoken_of() -> None:
    def spoken(title: str) -> list[str]:
        return [group.form for group in pool([item("a", title), item("b", title)])]

    assert spoken("une salle de réunion") == ["shared_space"]
    assert spoken("une remorque et un fourgon") == ["shared_equipment"]
    assert spoken("achat groupé de papier") == ["group_purchase"]
    assert spoken("formation aux premiers secours") == ["training"]
