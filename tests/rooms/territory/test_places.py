"""A typed address finds its point and its district; lists that are none are refused in words."""

import json
from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.territory import actions
from phares.rooms.territory.models import Address, District
from phares.rooms.territory.queries.places import address_written, district_at
from rooms.territory.conftest import Say

TOWN = """id;numero;rep;nom_voie;code_postal;x;y;lon;lat
1;12;;Rue des Écluses;93000;0;0;2.31;48.91
2;12;bis;Rue des Écluses;93000;0;0;2.312;48.91
3;12;;Avenue du Général-Leclerc;93000;0;0;2.35;48.95
4;;;;93000;0;0;2.3;48.9
5;3;;Quai Neuf;93000;0;0;2,5;99
6;3;;Quai Vieux;93000;0;0;;48.9
"""


@pytest.fixture
def square(cast: Cast, now: datetime) -> District:
    """A district as a square, brought in a file."""
    ring = [[2.30, 48.90], [2.32, 48.90], [2.32, 48.92], [2.30, 48.92], [2.30, 48.90]]
    feature = {"properties": {"nom": "Les Écluses"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    actions.bring_districts(pole=cast.pole, content=content, source="dessin", by=cast.actor("lena"), at=now)
    return District.objects.get()


@pytest.fixture
def town(cast: Cast, now: datetime, square: District) -> Cast:
    """The list that the town publishes, three lines of which are wrong."""
    brought = actions.bring_addresses(
        pole=cast.pole, content=TOWN.encode(), source="liste de la ville", by=cast.actor("lena"), at=now
    )
    assert (brought.new, brought.before, [line.number for line in brought.bad]) == (3, 0, [5, 6, 7])
    return cast


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("12 rue des écluses", "12 Rue des Écluses"),
        ("au 12, r. des Ecluses", "12 Rue des Écluses"),
        ("12 BIS rue des Écluses", "12 bis Rue des Écluses"),
        ("12 av. du Gal Leclerc", "12 Avenue du Général-Leclerc"),
        ("12 rue des écluses, 93000 Port-Aval, au 3e", "12 Rue des Écluses"),
        ("12 rue", None),
        ("12", None),
        ("12 av du général leclerc", "12 Avenue du Général-Leclerc"),
        ("12 rue des eclusse", "12 Rue des Écluses"),
        ("14 rue des Écluses", None),
        ("devant l’école", None),
        ("", None),
        ("%_\x00'", None),
    ],
)
def test_an_address_is_found_as_people_write_it(town: Cast, written: str, label: str | None) -> None:
    found = address_written(town.pole, written)
    assert (found.label if found else None) == label


def test_what_is_said_at_an_address_has_its_point_and_its_district(
    town: Cast, say: Say, now: datetime, square: District
) -> None:
    voice = say("Un banc", place="12 rue des Écluses")
    assert (voice.longitude, voice.latitude, voice.district) == (2.31, 48.91, square)
    assert say("Un arbre", place="12 avenue du Général-Leclerc").district is None
    pressed = actions.place_voice(voice=say("Un abri"), latitude=48.91, longitude=2.31, by=town.actor("maud"), at=now)
    assert pressed.district == square
    table = "Parole;Lieu\nUne poubelle pleine;12 rue des écluses".encode()
    actions.bring_voices(pole=town.pole, content=table, by=town.actor("maud"), at=now)
    assert square.voices.count() == 3
    moved = b"adresse;latitude;longitude\n12 rue des Ecluses;48.95;2.35"
    again = actions.bring_addresses(pole=town.pole, content=moved, source="x", by=town.actor("lena"), at=now)
    assert (again.new, again.before, Address.objects.count()) == (0, 1, 3)


def test_lists_that_are_none_are_refused_in_words(
    town: Cast, now: datetime, client_as: Callable[[str], Client]
) -> None:
    lena = client_as("lena")
    for wrong in (b"", b"\x00\x01", b"%PDF-1.4", b"a;b\n1;2", b"adresse;longitude\nx;2", "é".encode("utf-16")):
        file = BytesIO(wrong)
        file.name = "x.csv"
        answer = lena.post("/fanal/territoire/adresses/", {"table": file, "source": "s"})
        assert answer.status_code == 422, wrong
    with pytest.raises(Refusal):
        actions.bring_addresses(pole=town.pole, content=TOWN.encode(), source=" ", by=town.actor("lena"), at=now)
    with pytest.raises(NotAllowed):
        actions.bring_addresses(pole=town.pole, content=TOWN.encode(), source="s", by=town.actor("maud"), at=now)
    assert Address.objects.count() == 3


@given(x=st.floats(0, 10), y=st.floats(0, 10))
def test_a_point_lies_in_the_smallest_outline_that_holds_it(x: float, y: float) -> None:
    large = District(name="large", rings=[[[0, 0], [10, 0], [10, 10], [0, 10]]])
    small = District(name="small", rings=[[[2, 2], [4, 2], [4, 4], [2, 4], [2, 2]]])
    found = district_at([large, small], x, y)
    if 2 < x < 4 and 2 < y < 4:
        assert found is small
    elif 0 < x < 10 and 0 < y < 10 and not (2 <= x <= 4 and 2 <= y <= 4):
        assert found is large
    assert district_at([], x, y) is None
