"""A resource centre publishes for several poles: one index of its sheets, as everybody may read them, and one feed."""

import re
from datetime import datetime
from typing import Any

import feedparser
import pytest
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import ExperienceSheet, Rubric
from rooms.publishing.telling import WHOLE, accepted, published, write_whole

CENTRE, ADDRESS = "Ressources du Canal", "/publications/ressources-du-canal/"


@pytest.fixture
def elsewhere(other_pole: Pole, now: datetime) -> ExperienceSheet:
    """A sheet that the resource centre publishes for another pole, under a rubric of the same name."""
    rubric = actions.found_rubrics(pole=other_pole, by=CONSOLE, at=now)
    sheet = actions.begin_sheet(pole=other_pole, by=CONSOLE, at=now)
    told = {**WHOLE, "title": "Un four pour trois boulangers", "structure_name": "Le Four", "commune": "Loin"}
    told |= {"keywords": ["pain"], "tags": ["four"], "dated_on": "2019-05-01", "partners": [], "contact_email": ""}
    told |= {
        "partners": [{"name": "Le Moulin", "sort": "ess", "role": "moud"}],
        "contact_email": "contact@four.example",
    }
    for code, value in told.items():
        actions.write_section(sheet=sheet, code=code, value=value, by=CONSOLE, at=now)
    actions.file_sheet(sheet=sheet, rubric=rubric, publisher=CENTRE, by=CONSOLE, at=now)
    actions.read_over_sheet(sheet=sheet, by=CONSOLE, at=now)
    actions.publish_sheet(sheet=sheet, by=CONSOLE, at=now)
    return sheet


@pytest.fixture
def here(cast: Cast, now: datetime) -> ExperienceSheet:
    """A sheet that it publishes for the pole."""
    lena = cast.actor("lena")
    rubric = actions.found_rubrics(pole=cast.pole, by=lena, at=now)
    sheet = actions.begin_sheet(pole=cast.pole, by=lena, at=now)
    etabli = cast.structures["etabli"]
    actions.file_sheet(sheet=sheet, rubric=rubric, publisher=CENTRE, structure=etabli, by=lena, at=now)
    actions.publish_sheet(sheet=accepted(write_whole(sheet, cast, now), cast, now), by=lena, at=now)
    return sheet


def _read(query: str = "", address: str = ADDRESS) -> str:
    answer = Client().get(address + query)
    assert answer.status_code == 200
    return answer.content.decode()


def _both(page: str) -> tuple[bool, bool]:
    return "Une réserve pour deux ateliers" in page, "Un four pour trois boulangers" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", (True, True)),
        ("?mot=pain", (False, True)),
        ("?etiquette=mobilite", (True, False)),
        ("?lieu=Loin", (False, True)),
        ("?annee=2019", (False, True)),
        ("?pole=fanal", (True, False)),
        ("?q=boulangers", (False, True)),
        ("?rubrique=publications-et-ressources", (True, True)),
        ("?annee=99999999999999999999&page=999999&pole=%00&rubrique=rien", (False, False)),
    ],
)
@pytest.mark.usefixtures("here", "elsewhere")
def test_its_index_is_read_by_rubric_keyword_tag_place_year_and_pole(query: str, shown: tuple[bool, bool]) -> None:
    assert Rubric.objects.filter(slug="publications-et-ressources").count() == 2
    assert _both(_read(query)) == shown


@pytest.mark.usefixtures("here")
def test_what_was_chosen_is_said_in_its_own_words() -> None:
    for address in ("/publications/", "/fanal/fiches/"):
        page = _read("?rubrique=les-fiches-dexperience&mot=pret-local", address)
        assert re.search(r"Les fiches d’expérience\s*<a[^>]*>retirer", page)


@pytest.mark.usefixtures("elsewhere")
def test_the_index_of_all_poles_is_narrowed_to_a_publisher(cast: Cast, now: datetime) -> None:
    published(cast, now)
    assert _both(_read("", "/publications/")) == (True, True)
    assert _both(_read("?editeur=ressources-du-canal", "/publications/")) == (False, True)
    assert _both(_read()) == (False, True)


@pytest.mark.usefixtures("elsewhere", "here")
def test_a_structure_that_withdraws_is_gone_from_it_at_the_next_request(cast: Cast, now: datetime) -> None:
    feed = Client().get(f"{ADDRESS}atom.xml").content
    assert {one.title for one in feedparser.parse(feed).entries} == {
        "Une réserve pour deux ateliers",
        "Un four pour trois boulangers",
    }
    assert _both(_read()) == (True, True)
    one = cast.structures["etabli"]
    said = {"name": one.name, "mission": one.mission, "legal_form": one.legal_form, "visibility": "pole"}
    directory.describe_structure(structure=one, fields=one.fields.all(), by=cast.actor("lena"), at=now, **said)
    assert _both(_read()) == (False, True)
    assert _both(Client().get(f"{ADDRESS}atom.xml").content.decode()) == (False, True)


def test_a_publisher_of_whom_nothing_is_out_yet_is_not_found(cast: Cast, now: datetime) -> None:
    sheet = actions.begin_sheet(pole=cast.pole, by=cast.actor("lena"), at=now)
    actions.file_sheet(sheet=sheet, rubric=None, publisher=CENTRE, by=cast.actor("lena"), at=now)
    assert Client().get(ADDRESS).status_code == 404
    assert Client().get(f"{ADDRESS}atom.xml").status_code == 404


@pytest.mark.usefixtures("elsewhere")
def test_its_index_asks_the_same_number_of_questions_however_many_sheets(
    cast: Cast, now: datetime, django_assert_num_queries: Any
) -> None:
    client = Client()
    client.get("/publications/")
    for number in range(3):
        published(cast, now, title=f"Fiche {number}")
    with django_assert_num_queries(12):
        client.get("/publications/")
