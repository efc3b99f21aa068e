"""The figures: counted once, told year on year, opened on what proves them, silent where they would point at one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from fractions import Fraction
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import job
from phares.rooms.funding.models import Application, Call
from phares.rooms.impact import actions
from phares.rooms.impact.figure_kinds import KINDS
from phares.rooms.impact.queries.figures import figure_shown, figures_shown
from phares.rooms.impact.templatetags.figures import worded
from rooms.cooperation.agreed import TODAY, running

Enter = Callable[[str], Client]


@pytest.fixture
def three(cast: Cast, now: datetime) -> list[Cooperation]:
    """Three cooperations: one in the open, one for the pole, one between its parties; Parler Ensemble is in none."""
    made = [
        running(cast, "etabli", "roue", openness="public", title="Un mardi de réparation"),
        running(cast, "etabli", "roue", "aval", openness="pole", form="pooled_service", title="La comptable"),
        running(cast, "etabli", "aval", openness="parties", title="Entre nous deux"),
    ]
    actions.show_figures(pole=cast.pole, by=cast.actor("lena"), at=now)
    return made


def _declare(cast: Cast, one: Cooperation, now: datetime, **said: Any) -> Any:
    entry = {"title": "Mécanicienne", "employer": "Roue Libre", "effect": "created", "contract": "open_ended"}
    nour = cast.actor("nour")
    return cooperation.declare_job(cooperation=one, **entry, **said, from_on=TODAY, by=nour, at=now)


def test_a_job_that_three_cooperations_share_counts_once(cast: Cast, three: list[Cooperation], now: datetime) -> None:
    shared = _declare(cast, three[0], now, fte=Fraction(2, 3))
    for other in three[1:]:
        cooperation.share_job(job=shared, cooperation=other, by=cast.actor("nour"), at=now)
    _declare(cast, three[1], now, fte=Fraction(1, 2))
    shown = figure_shown(job("test"), cast.pole, TODAY, "emplois")
    assert shown is not None
    assert shown.value == Fraction(7, 6)
    assert [value for _, value, _ in shown.inputs] == [2, 1, 0, 4]


def test_members_are_counted_by_what_they_take_part_in(cast: Cast, three: list[Cooperation]) -> None:
    shown = {one.kind.code: one for one in figures_shown(job("test"), cast.pole, TODAY)}
    assert shown["cooperations"].value == 3
    assert shown["membres-qui-cooperent"].value == Fraction(3, 4)
    assert shown["deux-ou-plus"].value == 3
    assert shown["qui-durent"].value == 0
    assert shown["liens"].value == Fraction(3, 6)
    assert {code: one.before for code, one in shown.items()}["cooperations"] == 0


def test_a_figure_opens_on_what_its_reader_may_see(cast: Cast, three: list[Cooperation], client_as: Enter) -> None:
    seen = {"": 1, "sam": 2, "nour": 3, "lena": 3}
    for who, named in seen.items():
        page = unescape(client_as(who).get(reverse("impact:figure", args=["fanal", "cooperations"])).content.decode())
        titles = ["Un mardi de réparation", "La comptable", "Entre nous deux"]
        assert sum(title in page for title in titles) == named, who
        assert (">3</span>" in page) is True
        assert ("gardent pour elles" in page) is (named < 3)


def test_what_comes_from_fewer_than_three_cooperations_is_told_to_nobody_else(
    cast: Cast, three: list[Cooperation], client_as: Enter, now: datetime
) -> None:
    for one in three[1:]:
        cooperation.note_fact(cooperation=one, on=TODAY, what="Payé.", cents=150_00, by=cast.actor("nour"), at=now)
    address = reverse("impact:figure", args=["fanal", "argent"])
    assert "300" in client_as("lena").get(address).content.decode()
    outside = unescape(client_as("sam").get(address).content.decode())
    assert "Trop peu de coopérations" in outside
    assert "300" not in outside
    nour = cast.actor("nour")
    cooperation.note_fact(cooperation=three[0], on=TODAY, what="Payé.", cents=25_00, by=nour, at=now)
    assert "325" in client_as("sam").get(address).content.decode()


def test_answers_won_together_are_counted_and_shown_to_whom_they_concern(
    cast: Cast, client_as: Enter, now: datetime
) -> None:
    call = Call.objects.create(pole=cast.pole, title="Réparer", issuer="Région", noted_at=now)
    common: dict[str, Any] = {"pole": cast.pole, "call": call, "begun_at": now, "filed_at": now, "stage": "closed"}
    for title, who, result in [
        ("À trois", ("etabli", "roue", "aval"), "won"),
        ("À deux", ("etabli", "roue"), "lost"),
        ("Seule", ("etabli",), "won"),
    ]:
        one = Application.objects.create(
            title=title, lead=cast.structures[who[0]], result=result, result_on=TODAY, **common
        )
        for key in who:
            one.members.create(structure=cast.structures[key], accepted=True)
    shown = figure_shown(job("test"), cast.pole, TODAY, "reponses-communes")
    assert shown is not None
    assert shown.value == 1
    assert [value for _, value, _ in shown.inputs] == [2, 0, 3]
    address = reverse("impact:figure", args=["fanal", "reponses-communes"])
    for who, named in {"awa": False, "lena": True}.items():
        assert ("À trois" in unescape(client_as(who).get(address).content.decode())) is named, who


def test_no_page_of_figures_names_who_does_much_or_nothing(
    cast: Cast, three: list[Cooperation], client_as: Enter
) -> None:
    for code in KINDS:
        page = client_as("lena").get(reverse("impact:figure", args=["fanal", code])).content.decode()
        if code not in {"membres", "partenaires"}:
            assert "Parler Ensemble" not in page[page.index("<h1") :], code


def test_the_past_is_asked_by_its_day(cast: Cast, three: list[Cooperation], client_as: Enter) -> None:
    address = reverse("impact:figures", args=["fanal"])
    for said in ("hier", "0000-00-00", "9999-12-31", "0001-01-01", "2024-02-30"):
        assert client_as("lena").get(address, {"le": said}).status_code == 200
    before = unescape(client_as("lena").get(address, {"le": str(TODAY - timedelta(30))}).content.decode())
    assert "0 coopération" in before.replace("\xa0", " ")
    assert client_as("lena").get(reverse("impact:figure", args=["fanal", "rien"])).status_code == 404


def test_the_page_asks_the_database_as_often_for_many_records(
    cast: Cast, three: list[Cooperation], client_as: Enter, now: datetime
) -> None:
    client, address = client_as("sam"), reverse("impact:figures", args=["fanal"])
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for one in three:
        _declare(cast, one, now, fte=Fraction(1))
        cooperation.note_fact(cooperation=one, on=TODAY, what="Fait.", minutes=90, by=cast.actor("nour"), at=now)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) <= len(few) + 2


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Fraction(2, 3), "share", "67\u202f%"),
        (Fraction(1_234_567), "euros", "12\u202f345,67\u00a0€"),
        (Fraction(100_00), "euros", "100\u00a0€"),
        (Fraction(90), "hours", "1,5\u00a0h"),
        (Fraction(7, 6), "fte", "1,17\u00a0ETP"),
        (None, "share", "—"),
    ],
)
def test_values_are_written_as_they_are_read(value: Fraction | None, unit: str, words: str) -> None:
    assert worded(value, unit) == words
