"""La semaine as a page and as a sheet: who may open it, how it counts, what it prints."""

import io
from datetime import date, datetime, timedelta
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.blocks import Block, Line
from phares.rooms.directory import actions, week_blocks, week_pdf
from phares.rooms.directory.models import Pole
from phares.rooms.directory.views.week import count_sentence


@pytest.mark.parametrize("name", ["week", "week_sheet"])
@pytest.mark.parametrize(
    ("who", "status"), [("", 302), ("nour", 403), ("hind", 403), ("maud", 403), ("paul", 200), ("lena", 200)]
)
def test_the_week_is_for_those_who_run_the_pole(cast: Cast, client_as: Any, name: str, who: str, status: int) -> None:
    assert client_as(who).get(reverse(f"directory:{name}", args=[cast.pole.slug])).status_code == status


def test_the_week_of_another_pole_is_closed_to_the_coordinator_of_this_one(
    cast: Cast, client_as: Any, other_pole: Pole
) -> None:
    assert client_as("lena").get(reverse("directory:week", args=[other_pole.slug])).status_code == 403


def test_the_first_week_of_a_pole_says_how_to_begin(other_pole: Pole, client: Client, now: datetime) -> None:
    told: dict[str, Any] = {"by": CONSOLE, "at": now}
    person = actions.register_person(pole=other_pole, given_name="Line", email="line@neuf.example", **told)
    actions.give_mandate(person=person, pole=other_pole, role="coordinator", from_on=now.date(), **told)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    week = reverse("directory:week", args=[other_pole.slug])
    begin = reverse("directory:add_structure", args=[other_pole.slug])
    assert begin in client.get(week).content.decode()
    actions.add_structure(pole=other_pole, name="La première", **told)
    assert begin not in client.get(week).content.decode()


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "Rien n’attend. C’est le moment d’aller voir quelqu’un."),
        (1, "Une chose attend."),
        (9, "Neuf choses attendent."),
    ],
)
def test_the_week_begins_with_how_many_things_wait(count: int, sentence: str) -> None:
    assert count_sentence(count) == sentence


def titles(cast: Cast, key: str, day: date) -> list[str]:
    """Return the lines of one of the directory's blocks."""
    return [line.title for block in week_blocks.show(cast.pole, day) for line in block.lines if block.key == key]


@pytest.mark.parametrize(("left", "is_there"), [(60, True), (61, False), (0, True), (-1, False)])
def test_a_mandate_is_told_from_sixty_days_before_its_last(
    cast: Cast, now: datetime, left: int, is_there: bool
) -> None:
    end = now.date() + timedelta(days=left)
    actions.end_mandate(mandate=cast.mandates["sam"], until_on=end, by=CONSOLE, at=now)
    assert ("Sam L." in titles(cast, "mandates", now.date())) is is_there


def test_a_page_without_its_first_sentence_is_to_complete_while_the_structure_is_there(
    cast: Cast, now: datetime
) -> None:
    assert not titles(cast, "incomplete", now.date())
    structure = actions.add_structure(pole=cast.pole, name="Toute nouvelle", by=CONSOLE, at=now)
    assert not titles(cast, "incomplete", now.date())
    actions.admit_structure(structure=structure, kind="hosted", from_on=now.date(), by=CONSOLE, at=now)
    assert titles(cast, "incomplete", now.date()) == ["Toute nouvelle"]


def sheet(cast: Cast, lines: int, blocks: int, words: str) -> tuple[int, str]:
    """Return how many pages a week of this length prints, and its text."""
    many = [
        Block(
            f"b{number}", f"Bloc {number}", [Line(title=f"{words} {place}", pieces=[words]) for place in range(lines)]
        )
        for number in range(blocks)
    ]
    pdf = pypdf.PdfReader(
        io.BytesIO(week_pdf.render(cast.pole, date(2026, 3, 1), count_sentence(lines * blocks), many))
    )
    return len(pdf.pages), pdf.pages[0].extract_text()


@pytest.mark.parametrize(("lines", "blocks"), [(0, 0), (1, 1), (9, 8), (40, 8)])
def test_the_sheet_is_one_page_whatever_waits(cast: Cast, lines: int, blocks: int) -> None:
    pages, text = sheet(cast, lines, blocks, "Un titre très long dont les mots ne finissent pas, " * 3)
    assert pages == 1
    for number in range(blocks):
        assert f"Bloc {number}" in text


def test_the_sheet_counts_what_it_does_not_print(cast: Cast) -> None:
    _, text = sheet(cast, 12, 1, "Une chose")
    assert text.count("Une chose") == 2 * week_pdf.MOST_LINES
    assert "et 3 autres" in text


def test_the_sheet_has_its_date_and_is_never_kept_by_others(cast: Cast, client_as: Any) -> None:
    answer = client_as("lena").get(reverse("directory:week_sheet", args=[cast.pole.slug]))
    assert answer["Content-Type"] == "application/pdf"
    assert "private" in answer["Cache-Control"]


def test_a_long_block_is_cut_and_opens_whole_at_its_own_address(cast: Cast, client_as: Any, now: datetime) -> None:
    for number in range(9):
        structure = actions.add_structure(pole=cast.pole, name=f"Nouvelle {number}", by=CONSOLE, at=now)
        actions.admit_structure(structure=structure, kind="hosted", from_on=now.date(), by=CONSOLE, at=now)
    address = reverse("directory:week", args=[cast.pole.slug])
    cut = client_as("lena").get(address).content.decode()
    assert f"{address}?tout=incomplete#incomplete" in cut
    assert "Nouvelle 8" not in cut
    assert "Nouvelle 8" in client_as("lena").get(f"{address}?tout=incomplete").content.decode()
