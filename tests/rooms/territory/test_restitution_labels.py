"""The words around what is told back: the site's own in its languages, and as many in each of the others."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from phares.demo.cast import Cast
from phares.rooms.territory import actions
from phares.rooms.territory.card_words import WORDS
from phares.rooms.territory.models.response import Extent, Stage
from phares.rooms.territory.models.voice import Theme
from phares.rooms.territory.restitution_labels import CODES, LABELS, labels_in
from phares.rooms.territory.restitution_words import HEADINGS


def test_every_language_of_the_cards_has_every_word_each_unlike_the_french() -> None:
    assert LABELS.keys() == HEADINGS.keys() == WORDS.keys()
    assert set(CODES) == set(Theme.values)
    for code, labels in LABELS.items():
        assert all(labels), code
        assert len({labels.theme(one) for one in CODES}) == len(CODES), code
        assert code == "fr" or sum(labels.theme(one) == LABELS["fr"].theme(one) for one in CODES) == 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_words_of_the_site_are_those_of_its_own_translations(language: str) -> None:
    labels = labels_in(language)
    with translation.override(language):
        assert {code: labels.theme(code) for code in CODES} == {one.value: str(one.label) for one in Theme}
        assert [labels.stage(one) for one in ("running", "over")] == [str(Stage(o).label) for o in ("running", "over")]
        assert [labels.extent(one) for one in Extent] == [str(one.label) for one in Extent]


@pytest.mark.django_db
def test_a_translated_restitution_says_its_counts_and_stages_in_its_own_language(
    cast: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    who = {"by": cast.actor("lena"), "at": now}
    problem = actions.write_problem(pole=cast.pole, title="Pas de lumière", kinds=["social"], **who)
    aval = cast.structures["aval"]
    actions.answer_problem(problem=problem, structure=aval, title="Des lampes", extent="part", stage="running", **who)
    today = timezone.localdate(now)
    told = actions.begin_restitution(pole=cast.pole, first_on=today - timedelta(days=80), last_on=today, **who)
    actions.write_restitution(restitution=told, lead="Voici.", next_words="On continue.", voices=(), **who)
    given = {"translator": "Inês", "texts": {"Voici.": "Eis.", "On continue.": "Continuamos."}}
    actions.translate_restitution(restitution=told, language="pt", **given, **who)
    actions.publish_restitution(restitution=told, corrected="", **who)
    page = client_as("").get(told.get_absolute_url(), {"langue": "pt"}).content.decode()
    for words in ("em curso, em parte", "E agora", "Opiniões: "):
        assert words in page
    assert "en cours" not in page
