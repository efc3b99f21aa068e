"""The first screen of a pole: what it says in words, to whom it opens which door, and what it never claims."""

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import CONSOLE, Cast
from phares.demo.stories import public_record
from phares.rooms.commons.numbers import capitalised, number_words
from phares.rooms.directory import actions
from phares.rooms.directory.models import Pole
from phares.rooms.directory.views.public import roof_sentence


@pytest.mark.parametrize(
    ("hosted", "sentence"),
    [
        (0, "Des structures, un territoire."),
        (1, "Une structure sous un toit."),
        (2, "Deux structures sous un toit."),
        (15, "Quinze structures sous un toit."),
        (20, "Vingt structures sous un toit."),
        (21, "21 structures sous un toit."),
    ],
)
def test_the_roof_is_said_in_words_up_to_twenty(hosted: int, sentence: str) -> None:
    assert roof_sentence(hosted) == sentence


@given(st.integers(0, 10_000))
def test_every_number_has_its_words_and_no_two_share_them(number: int) -> None:
    assert number_words(number)
    assert number_words(number) != number_words(number + 1)


def test_one_agrees_with_what_it_counts_and_zero_is_a_number() -> None:
    assert (number_words(1), number_words(1, feminine=True), number_words(0)) == ("un", "une", "zéro")
    with translation.override("fr"):
        assert number_words(1200) == "1\N{NARROW NO-BREAK SPACE}200"
    assert capitalised("écrire, puis Signer") == "Écrire, puis Signer"


def page_of(pole: Pole, client: Client | None = None) -> str:
    """Return the first screen as this reader, or a visitor, sees it."""
    answer = (client or Client()).get(reverse("directory:public", args=[pole.slug]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_first_screen_counts_who_is_under_the_roof_shown_or_not(cast: Cast) -> None:
    page = page_of(cast.pole)
    assert "Quatre structures sous un toit." in page
    assert "Parler Ensemble" not in page, "this one shows its card to the pole only"


def test_the_first_screen_has_one_title_one_yellow_button_and_four_doors(cast: Cast) -> None:
    page = page_of(cast.pole)
    assert page.count("<h1") == 1
    assert page.count("button-next") == 1
    assert page.count('class="door"') == 4


def test_the_coordinators_door_asks_a_visitor_to_enter_and_shows_the_week_to_the_coordinator(
    cast: Cast, client_as: Any
) -> None:
    door, week = (reverse(f"directory:{name}", args=[cast.pole.slug]) for name in ("home", "week"))
    assert f'class="door" href="{door}"' in page_of(cast.pole)
    answer = client_as("").get(door)
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('account_login')}?next={door}")
    assert client_as("lena").get(door)["Location"] == week


def test_an_empty_pole_has_a_first_screen(db: None, now: datetime) -> None:
    pole = actions.found_pole(slug="neuf", name="Neuf", commune="Ici", by=CONSOLE, at=now)
    page = page_of(pole)
    assert "Des structures, un territoire." in page
    assert "Aucun accord n’est encore signé ici" in page


@pytest.fixture
def record(db: None, now: datetime) -> Pole:
    """Le PHARES as its sources tell it."""
    return public_record.tell(now)


def test_the_record_says_how_many_were_there_on_the_day_of_its_source_and_nothing_of_today(record: Pole) -> None:
    page = page_of(record)
    assert "14 structures sous le toit" in page
    assert "1er\N{NO-BREAK SPACE}février\N{NO-BREAK SPACE}2015" in page
    assert "non établi" in page
    assert "Qu’ont‑elles fait ensemble" not in page


def test_the_record_invites_nobody_to_act_and_tells_no_cooperation(record: Pole) -> None:
    page = page_of(record)
    assert "button-next" not in page
    assert reverse("cooperation:say", args=[record.slug]) not in page
    assert 'class="story"' not in page


def test_the_record_names_the_source_of_each_date(record: Pole) -> None:
    page = page_of(record)
    for milestone in record.milestones.all():
        assert milestone.source_url.replace("&", "&amp;") in page


def test_the_records_first_screen_has_a_day_that_a_source_attests(record: Pole) -> None:
    assert f"?jour={public_record.SHEET_DAY:%Y-%m-%d}" in page_of(record)
    assert date(2015, 2, 1) == public_record.SHEET_DAY


@pytest.mark.parametrize("who", ["", "lena"])
def test_the_first_screen_asks_the_same_of_the_database_whatever_there_is(
    cast: Cast, client_as: Any, django_assert_max_num_queries: Any, who: str
) -> None:
    client = client_as(who)
    with django_assert_max_num_queries(15):
        page_of(cast.pole, client)
