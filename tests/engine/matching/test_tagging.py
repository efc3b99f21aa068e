"""Tags and fields of activity that a text suggests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from engine.matching.items import item, items
from phares.engine.lexicon import default_lexicon
from phares.engine.matching import Item
from phares.engine.matching.tagging import SURE_ENOUGH, fields, tags

FIELDS = {"a": "Alimentation et agriculture", "c": "Culture et arts", "m": "Mobilité et transports"}


def test_a_text_suggests_what_it_speaks_of_with_the_words_that_say_it() -> None:
    found = tags(item("n", "Un comptable un jour par semaine", text="et une salle pour nous réunir"))
    assert {one.label for one in found} >= {"comptabilité", "salle de réunion"}
    assert next(one.term for one in found if one.concept == "accounting") == "comptable"


def test_a_tag_that_is_there_already_is_not_suggested_again() -> None:
    need = item("n", "Un comptable un jour par semaine")
    assert "accounting" not in {one.concept for one in tags(replace(need, tags=("comptabilité",)))}


def test_a_field_is_suggested_with_reasons_that_add_up() -> None:
    best = fields(item("n", "Des paniers de légumes pour nos adhérents"), FIELDS)[0]
    assert best.offer == "a"
    assert sum(reason.micro_points for reason in best.reasons) == best.micro_score


@settings(max_examples=40, deadline=None)
@given(items("n"))
def test_suggestions_are_sure_few_and_surest_first(one: Item) -> None:
    found = tags(one, top=3)
    assert len(found) <= 3
    assert all(tag.strength >= SURE_ENOUGH and tag.concept in default_lexicon().concepts for tag in found)
    assert [tag.strength for tag in found] == sorted((tag.strength for tag in found), reverse=True)
