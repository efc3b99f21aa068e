"""The network: who sees which ties, who is told that somebody has none, and what stays in place."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.impact import actions
from phares.rooms.impact.picture import picture
from phares.rooms.impact.queries.network import Months, network_seen
from rooms.cooperation.agreed import TODAY, running

ALONE = "Parler Ensemble"
Enter = Callable[[str], Client]


@pytest.fixture
def tied(cast: Cast, now: datetime) -> Cast:
    """Établi and Roue in the open, Établi and Aval between themselves; Parler Ensemble is tied to nobody."""
    running(cast, "etabli", "roue", openness="public", title="Un mardi de réparation")
    running(cast, "etabli", "aval", openness="parties", title="Entre nous deux")
    actions.show_figures(pole=cast.pole, by=cast.actor("lena"), at=now)
    return cast


def _text(client: Client, name: str, **asked: Any) -> str:
    answer = client.get(reverse(f"impact:{name}", args=["fanal"]), asked)
    assert answer.status_code == 200
    return unescape(answer.content.decode()).replace("\u2019", "’")


def _picture_and_table(text: str) -> str:
    """Return a page without the list of filters, which names only those drawn, and without its header."""
    return text[text.index("<h1") :] if "<h1" in text else text


TOLD = {"": False, "awa": False, "maud": False, "hind": False, "paul": False, "clara": True, "lena": True}


@pytest.mark.parametrize(("who", "told"), TOLD.items())
def test_who_is_without_a_tie_is_told_to_the_coordination_and_to_itself_alone(
    who: str, told: bool, tied: Cast, client_as: Enter
) -> None:
    client = client_as(who)
    page, svg = _picture_and_table(_text(client, "network")), _text(client, "network_svg")
    assert (ALONE in svg) is told
    assert (ALONE in page or "Votre structure n’a pas de lien" in page) is told
    assert ALONE not in _text(client, "network_csv")
    assert ALONE not in _picture_and_table(_text(client, "network", structure="parler-ensemble")) or told


def test_a_tie_kept_between_its_parties_is_counted_and_not_named(tied: Cast, client_as: Enter) -> None:
    for who, sees in {"": False, "sam": False, "nour": True, "awa": True, "lena": True, "hind": True}.items():
        page, table = _text(client_as(who), "network"), _text(client_as(who), "network_csv")
        assert "ont 2 liens entre elles" in page.replace("\xa0", " ")
        assert ("Jardins d’Aval" in table) is sees, who
        assert ("Un lien compté n’est pas nommé ici" in page) is not sees


def test_a_structure_seen_by_the_pole_alone_is_not_named_outside(tied: Cast, client_as: Enter) -> None:
    running(tied, "roue", "langues", by="maud", openness="public")
    assert ALONE not in _text(client_as(""), "network") + _text(client_as(""), "network_csv")
    assert ALONE in _text(client_as("awa"), "network_csv")


def test_the_figures_stay_inside_until_the_pole_shows_them(tied: Cast, client_as: Enter, now: datetime) -> None:
    lena = client_as("lena")
    assert lena.post(reverse("impact:hide_figures", args=["fanal"])).status_code == 302
    outside = client_as("").get(reverse("impact:network", args=["fanal"]))
    assert outside.status_code == 302
    assert "/compte/" in outside["Location"]
    assert client_as("awa").get(reverse("impact:network", args=["fanal"])).status_code == 200
    for _ in range(2):  # two clicks
        lena.post(reverse("impact:show_figures", args=["fanal"]))
    assert client_as("").get(reverse("impact:network", args=["fanal"])).status_code == 200


def test_each_keeps_its_seat_whatever_the_day(tied: Cast) -> None:
    lena = tied.actor("lena")
    today = {one.name: (one.x, one.y) for one in picture(network_seen(lena, tied.pole, TODAY)).seats}
    before = {one.name: (one.x, one.y) for one in picture(network_seen(lena, tied.pole, TODAY - timedelta(90))).seats}
    assert before
    assert before.items() <= today.items()
    assert len(set(today.values())) == len(today)


def test_whatever_the_address_asks_a_day_is_shown(tied: Cast, client_as: Enter) -> None:
    client = client_as("lena")
    asking: list[dict[str, str]] = [
        {"le": "demain"}, {"le": "9999-99-99"}, {"le": "0001-01-01"}, {"le": "9999-12-31"}, {"mois": "-1"},
        {"mois": "9" * 90}, {"mois": "²"}, {"structure": "<b>"}, {"sorte": "' or 1"}, {"page": "zz"},
    ]  # fmt: skip
    for asked in asking:
        assert "sur 6 possibles" in _text(client, "network", **asked).replace("\xa0", " ") or "le" in asked, asked
    assert "Cette date n’existe pas" in _text(client, "network", le="demain")
    assert "Cette date n’existe pas" in _text(client, "network", mois="x")
    month = _text(client, "network", mois="0")
    assert "0 lien" in month.replace("\xa0", " ")


@given(first=st.dates(min_value=TODAY - timedelta(4000), max_value=TODAY), number=st.integers(0, 200))
def test_the_slider_runs_from_the_first_month_to_today(first: Any, number: int) -> None:
    months = Months(first, TODAY)
    day = months.day_of(number)
    assert first <= day <= TODAY
    assert months.number_of(day) == min(number, months.last)


def test_one_sort_and_one_structure_narrow_the_table(tied: Cast, client_as: Enter, now: datetime) -> None:
    running(tied, "aval", "roue", by="maud", form="pooled_service", openness="pole", title="Le fourgon")
    client = client_as("sam")
    rows = _text(client, "network_csv", sorte="moyens").splitlines()
    assert len(rows) == 2
    assert "Le fourgon" in rows[1]
    rows = _text(client, "network_csv", structure="letabli").splitlines()
    assert len(rows) == 2
    assert "Un mardi de réparation" in rows[1]
    svg = _text(client, "network_svg", structure="letabli")
    assert re.search(r"<desc[^>]*>.*L’Établi et Roue Libre", svg)


def test_those_who_meet_are_told_why(tied: Cast, client_as: Enter, now: datetime) -> None:
    """Roue Libre and Jardins d'Aval both do something with L'Établi, but one of the ties is kept from each."""
    lena = _text(client_as("lena"), "network")
    assert "font déjà quelque chose avec L’Établi" in re.sub(r"\s+", " ", lena)
    assert "Rien à proposer" in _text(client_as("sam"), "network")
    assert "Qui aurait à gagner" not in _text(client_as("hind"), "network")


def test_the_page_asks_the_database_as_often_for_one_tie_as_for_many(
    tied: Cast, client_as: Enter, now: datetime
) -> None:
    client = client_as("lena")
    with CaptureQueriesContext(connection) as few:
        _text(client, "network")
    for keys in (("roue", "aval"), ("roue", "langues"), ("aval", "langues")):
        one = running(tied, *keys, by="maud")
        cooperation.note_fact(cooperation=one, on=TODAY, what="Vu.", by=tied.actor("maud"), at=now)
    with CaptureQueriesContext(connection) as many:
        _text(client, "network")
    assert len(many) <= len(few) + 1
