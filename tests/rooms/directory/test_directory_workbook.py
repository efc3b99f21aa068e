"""Taking the directory away as a spreadsheet: brought back as it is, it changes nothing."""

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.actions.capacities import CapacityEntry
from rooms.directory.bringing import bring


@pytest.fixture
def told(cast: Cast, now: datetime) -> Cast:
    """The cast with all that a table can say, texts that look like formulas included."""
    etabli = cast.structures["etabli"]
    who: dict[str, Any] = {"by": CONSOLE, "at": now}
    numbers = {"siren": "732829320", "siret": "73282932000074", "vat_number": "", "rna": "W931234567"}
    said: dict[str, Any] = {name: getattr(etabli, name) for name in ("name", "mission", "legal_form", "visibility")}
    actions.describe_structure(
        structure=etabli, **said, acronym="É", acronym_meaning="", presentation="Deux lignes.\nEt « une ».",
        fields=list(etabli.fields.all()), goals=[], tags=["bois", "outils partagés"], commune="Port-Aval",
        address="4, quai du Fanal", postcode="93 450", location="", latitude=None, longitude=None,
        contact_email="bonjour@etabli.example", contact_phone="+33 1 99 00 00 00",
        website="https://etabli.example", **who,
    )  # fmt: skip
    actions.identify_structure(structure=etabli, is_sse=False, **numbers, **who)
    capacities = [CapacityEntry("skill", "soudure", Decimal(2), "personnes", None)]
    actions.say_capacities(structure=etabli, capacities=capacities, **who)
    actions.count_size(structure=etabli, on=date(2026, 1, 31), people=7, **who)
    return cast


def taken(client: Client) -> bytes:
    answer = client.get(reverse("directory:directory_workbook", args=["fanal"]))
    assert answer.status_code == 200
    return b"".join(answer) if answer.streaming else answer.content


@pytest.mark.parametrize("subject", ["structures", "people", "memberships"])
def test_what_is_taken_away_and_brought_back_changes_nothing(
    told: Cast, client_as: Callable[[str], Client], subject: str
) -> None:
    lena = client_as("lena")
    table = bring(lena, taken(lena), subject)
    lines = list(table.lines.all())
    assert len(lines) >= 4
    assert [(one.label, one.state, one.errors, one.changes, one.also) for one in lines if one.state != "same"] == []


def test_each_structure_person_and_period_has_its_line_and_no_cell_is_a_formula(
    told: Cast, client_as: Callable[[str], Client]
) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(taken(client_as("lena"))))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    counted = {name: len(rows) - 1 for name, rows in sheets.items()}
    assert counted["Structures"] == told.pole.structures.filter(name_is_established=True).count()
    assert counted["Participations"] >= counted["Structures"] - 1
    assert any("+33 1 99 00 00 00" in row for row in sheets["Structures"])


def test_the_workbook_asks_the_same_few_questions_however_many_structures(
    told: Cast, client_as: Callable[[str], Client], now: datetime
) -> None:
    lena, counts = client_as("lena"), []
    for turn in range(2):
        with CaptureQueriesContext(connection) as asked:
            taken(lena)
        counts.append(len(asked))
        for number in range(5):
            actions.add_structure(pole=told.pole, name=f"Voisine {turn} {number}", by=CONSOLE, at=now)
    assert counts[0] == counts[1] <= 20
