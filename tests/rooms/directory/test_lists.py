"""The public lists: fields led to the six sectors, goals, trades; what the reader sees is counted, sectors find."""

from collections.abc import Callable
from datetime import datetime
from html import unescape

import pytest
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.days import NO_BREAK
from phares.rooms.commons.templatetags.ui import amount
from phares.rooms.directory import actions
from phares.rooms.directory.models import ActivityField, Goal, Sector

As = Callable[[str], Client]
SHEET_2015 = {
    "education-populaire": "emploi-parcours",
    "insertion": "emploi-parcours",
    "formation": "emploi-parcours",
    "consommation-durable": "alimentation-agriculture",
    "education-environnement": "eco-activites",
}


def _page(client: Client, address: str) -> str:
    answer = client.get(f"/fanal/{address}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_five_fields_of_the_2015_sheet_lead_to_sectors_of_the_labo(db: None) -> None:
    fields = ActivityField.objects.select_related("sector")
    assert Sector.objects.count() == 6
    assert {one.code: one.sector.code for one in fields if one.code in SHEET_2015 and one.sector} == SHEET_2015
    for one in (*fields, *Goal.objects.all(), *Sector.objects.all()):
        assert one.source
        assert one.name_fr != one.name_en


def test_a_sector_finds_each_structure_once_whatever_the_number_of_its_fields_there(cast: Cast) -> None:
    page = _page(Client(), "structures/?secteur=emploi-parcours")
    assert page.count('href="/fanal/structures/roue-libre/"') == 1  # formation and insertion are one sector
    assert "Jardins d’Aval" in _page(Client(), "structures/?secteur=alimentation-agriculture")
    assert "Roue Libre" not in _page(Client(), "structures/?secteur=alimentation-agriculture")
    assert "Food and farming" in Client().get("/fanal/listes/", headers={"Accept-Language": "en"}).content.decode()


def test_a_field_kept_from_the_reader_is_neither_counted_nor_found_by_its_sector(
    cast: Cast, client_as: As, now: datetime
) -> None:
    before = _page(Client(), "listes/")
    actions.choose_field_levels(structure=cast.structures["aval"], levels={"fields": "pole"}, by=CONSOLE, at=now)
    after, inside = _page(Client(), "listes/"), _page(client_as("awa"), "listes/")
    one = 'alimentation et agriculture</a> <span class="muted">'
    assert int(after.partition(one)[2][0]) == int(before.partition(one)[2][0]) - 1
    assert inside.partition(one)[2][0] == before.partition(one)[2][0]
    assert "Jardins d’Aval" not in _page(Client(), "structures/?secteur=alimentation-agriculture")


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [(1, "personnes", "1 personne"), (2, "personnes", "2 personnes"), (1, "mois", "1 mois"), (0, "jours", "0 jour")],
)
def test_less_than_two_is_written_in_the_singular(number: int, unit: str, written: str) -> None:
    assert amount(number, unit).replace(NO_BREAK, " ") == written
