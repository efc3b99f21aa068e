"""Precedents: a problem of the territory shows the nearest published sheets, with reasons, to everybody."""

from datetime import datetime

import pytest
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import actions
from phares.rooms.publishing.queries.precedents import MOST, precedents_of
from phares.rooms.territory import actions as territory
from phares.rooms.territory.models import Problem
from rooms.publishing.telling import WHOLE, published

BIKES = {"title": "Réparer les vélos du quartier", "lead": "Un atelier de réparation de vélos, le mardi."}


@pytest.fixture
def problem(cast: Cast, now: datetime) -> Problem:
    """A problem of the territory: bikes that nobody repairs."""
    said = {"title": "Des vélos que personne ne répare", "text": "Ils rouillent à la cave.", "kinds": ["social"]}
    return territory.write_problem(pole=cast.pole, **said, by=cast.actor("lena"), at=now)


def test_the_page_of_a_problem_shows_the_nearest_sheets_with_why(cast: Cast, now: datetime, problem: Problem) -> None:
    bread = {"title": "Un four à pain", "keywords": ["pain"], "need": "Du pain frais.", "action": "Pétrir ensemble."}
    near, far = published(cast, now, **BIKES), published(cast, now, lead="Du pain au levain.", **bread)
    page = Client().get(problem.get_absolute_url()).content.decode()
    assert near.get_absolute_url() in page
    assert "les mêmes mots" in page
    assert far.get_absolute_url() not in page, "what only looks like it is no precedent"


def test_a_sheet_of_another_pole_is_a_precedent_too(other_pole: Pole, now: datetime, problem: Problem) -> None:
    sheet = actions.begin_sheet(pole=other_pole, by=CONSOLE, at=now)
    told = {**WHOLE, **BIKES, "partners": [{"name": "Le Moulin", "sort": "ess", "role": "prête"}]}
    for code, value in {**told, "structure_name": "Ailleurs", "contact_email": "contact@four.example"}.items():
        actions.write_section(sheet=sheet, code=code, value=value, by=CONSOLE, at=now)
    actions.read_over_sheet(sheet=sheet, by=CONSOLE, at=now)
    actions.publish_sheet(sheet=sheet, by=CONSOLE, at=now)
    sheet.refresh_from_db()
    assert sheet.get_absolute_url() in Client().get(problem.get_absolute_url()).content.decode()


def test_a_draft_and_a_sheet_whose_structure_withdrew_are_no_precedents(
    cast: Cast, now: datetime, problem: Problem
) -> None:
    lena, one = cast.actor("lena"), cast.structures["etabli"]
    sheet = published(cast, now, **BIKES)
    actions.file_sheet(sheet=sheet, rubric=None, publisher="Le Fanal", structure=one, by=lena, at=now)
    assert precedents_of(problem.title, problem.text)
    said = {"name": one.name, "mission": one.mission, "legal_form": one.legal_form, "visibility": "pole"}
    directory.describe_structure(structure=one, fields=one.fields.all(), by=lena, at=now, **said)
    draft = actions.begin_sheet(pole=cast.pole, by=lena, at=now)
    actions.write_section(sheet=draft, code="title", value=BIKES["title"], by=lena, at=now)
    assert not precedents_of(problem.title, problem.text)
    assert sheet.get_absolute_url() not in Client().get(problem.get_absolute_url()).content.decode()


def test_only_a_few_are_shown_and_nonsense_finds_nothing(cast: Cast, now: datetime) -> None:
    for number in range(MOST + 2):
        published(cast, now, **{**BIKES, "title": f"{BIKES['title']} {number}"})
    assert len(precedents_of("Des vélos à réparer", "")) == MOST
    assert precedents_of("", "") == []
    assert precedents_of("%_\0 🦄" * 30, "x" * 2000) == []
