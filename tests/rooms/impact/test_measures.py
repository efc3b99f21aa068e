"""Measures: frozen for good, corrected in the open, proven without people's names."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from html import unescape
from typing import Any

import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.directory.actors import job
from phares.rooms.impact import actions
from phares.rooms.impact.actions.measure import AlreadyMeasured, NotOverYet, NotTyped
from phares.rooms.impact.figure_kinds import KINDS
from phares.rooms.impact.masking import MASK, masked
from phares.rooms.impact.models import Indicator, Measure
from phares.rooms.impact.queries.figures import figure_shown
from phares.rooms.impact.why_typed import WHY_TYPED
from rooms.cooperation.agreed import TODAY, running

Enter = Callable[[str], Client]
YEAR = (date(TODAY.year - 1, 1, 1), date(TODAY.year - 1, 12, 31))
CONTRACT = """Contrat de travail
Employeur : Roue Libre
Salariée : Yasmine Oubrahim
Entre Madame Yasmine OUBRAHIM et l'association,
née le 3 mars 1991, joignable au 06 12 34 56 78 ou yasmine@mail.example, numéro 2 91 03 93 066 123 45.
Temps plein, 35 heures. Représentée par Sam D."""


def pdf(text: str) -> SimpleUploadedFile:
    """Return a document of these words."""
    body = "\\\n".join(text.replace("@", "\\@").splitlines())
    return SimpleUploadedFile("contrat.pdf", typst.compile(body.encode(), ignore_system_fonts=True), "application/pdf")


def write(cast: Cast, now: datetime, code: str = "benevolat", value: str = "120", **said: Any) -> Measure:
    """Write down what was measured over the last year."""
    entry: dict[str, Any] = {"from_on": YEAR[0], "until_on": YEAR[1], "method": "Cahier", "aims": actions.Aims()}
    entry["evidence"] = said.pop("evidence", None) or pdf(CONTRACT)
    one = Indicator.objects.get(code=code)
    by = said.pop("by", cast.actor("lena"))
    return actions.write_measure(pole=cast.pole, indicator=one, value=Decimal(value), **entry, **said, by=by, at=now)


def test_the_list_has_twenty_eight_of_which_eleven_are_counted_here(db: None) -> None:
    every = list(Indicator.objects.all())
    assert [one.number for one in every] == list(range(1, 29))
    counted = [one for one in every if one.is_computed]
    assert len(counted) == 11
    assert all(one.figure in KINDS and one.source for one in counted)


def test_each_of_the_others_says_why_it_is_typed(db: None, cast: Cast, client_as: Enter) -> None:
    typed = {one.code for one in Indicator.objects.all() if not one.is_computed}
    assert set(WHY_TYPED) == typed
    read = client_as("awa").get(reverse("impact:indicator", args=["fanal", "participations"])).content.decode()
    assert "qui est venu se compte sur place" in unescape(read).replace("\u202f", " ")


def test_a_correction_is_a_version_more_and_both_are_read(cast: Cast, client_as: Enter, now: datetime) -> None:
    first = write(cast, now)
    with pytest.raises(AlreadyMeasured):
        write(cast, now, value="130")
    second = write(cast, now, value="130", correction="Un cahier avait été oublié.")
    assert (first.version, second.version) == (1, 2)
    page = unescape(client_as("awa").get(reverse("impact:indicator", args=["fanal", "benevolat"])).content.decode())
    assert "130\u00a0h" in page
    assert "120\u00a0h" in page
    assert "Un cahier avait été oublié." in page


@pytest.mark.parametrize("statement", ["update", "delete"])
def test_the_database_itself_keeps_what_was_measured(cast: Cast, now: datetime, statement: str) -> None:
    measure = write(cast, now)
    rows = Measure.objects.filter(pk=measure.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(value=1) if statement == "update" else rows.delete()


def test_what_happens_later_changes_nothing_that_was_frozen(cast: Cast, now: datetime) -> None:
    one, yesterday = Indicator.objects.get(code="emplois-partages"), TODAY - timedelta(1)
    shared = running(cast, "etabli", "roue")
    entry = {"title": "Mécanicienne", "employer": "Roue Libre", "effect": "created", "contract": "open_ended"}
    declared: dict[str, Any] = {"from_on": yesterday, "by": cast.actor("nour"), "at": now}
    cooperation.declare_job(cooperation=shared, fte=Fraction(1, 3), **entry, **declared)
    freeze: dict[str, Any] = {"pole": cast.pole, "indicator": one, "until_on": yesterday, "aims": actions.Aims()}
    frozen = actions.freeze_measure(**freeze, by=cast.actor("paul"), at=now)
    assert frozen.value == Decimal("0.3333")
    cooperation.declare_job(cooperation=shared, fte=Fraction(1, 2), **{**entry, "title": "Vendeuse"}, **declared)
    frozen.refresh_from_db()
    assert frozen.value == Decimal("0.3333")
    with pytest.raises(AlreadyMeasured):
        actions.freeze_measure(**freeze, by=cast.actor("paul"), at=now)
    again = actions.freeze_measure(**freeze, correction="Un emploi dit trop tard.", by=cast.actor("paul"), at=now)
    assert (again.version, again.value) == (2, Decimal("0.8333"))
    assert ["emplois", "2", ""] in again.inputs
    assert frozen.from_on == yesterday.replace(year=yesterday.year - 1) + timedelta(1)


def test_a_period_is_measured_when_it_is_over_by_those_who_may_and_in_its_own_way(cast: Cast, now: datetime) -> None:
    counted, typed = Indicator.objects.get(code="liens"), Indicator.objects.get(code="benevolat")
    lena = cast.actor("lena")
    with pytest.raises(NotOverYet):
        actions.freeze_measure(pole=cast.pole, indicator=counted, until_on=TODAY, aims=actions.Aims(), by=lena, at=now)
    with pytest.raises(NotTyped):
        actions.freeze_measure(pole=cast.pole, indicator=typed, until_on=YEAR[1], aims=actions.Aims(), by=lena, at=now)
    with pytest.raises(NotTyped):
        write(cast, now, code="liens")
    with pytest.raises(NotAllowed):
        write(cast, now, by=cast.actor("nour"))


def test_the_share_of_public_money_is_counted_from_what_was_measured(cast: Cast, now: datetime) -> None:
    def shown() -> Fraction | None:
        figure = figure_shown(job("test"), cast.pole, TODAY, "argent-public")
        return figure.value if figure else None

    assert shown() is None
    write(cast, now, "argent-public", "300000")
    assert shown() is None
    write(cast, now, "ressources-propres", "100000")
    assert shown() == Fraction(3, 4)
    write(cast, now, "ressources-propres", "200000", correction="Les loyers manquaient.")
    assert shown() == Fraction(3, 5)


def _given(client: Client, address: str) -> str:
    """Return the type of a file that is given whole, read to its end."""
    answer = client.get(address)
    b"".join(answer.streaming_content)
    for close in answer._resource_closers:  # closing the answer would close PostgreSQL's connection
        close()
    return str(answer["Content-Type"])


def test_evidence_is_read_without_the_names_of_people(cast: Cast, client_as: Enter, now: datetime) -> None:
    address = reverse("impact:measure_evidence", args=["fanal", write(cast, now).pk])
    assert _given(client_as("lena"), address) == "application/pdf"
    page = unescape(client_as("awa").get(address).content.decode())
    for told in ("Oubrahim", "OUBRAHIM", "Yasmine", "06 12 34", "mail.example", "2 91 03"):
        assert told not in page, told
    assert MASK in page
    assert "Temps plein, 35 heures" in page
    named = write(cast, now, correction="Sans noms", names_nobody=True)
    address = reverse("impact:measure_evidence", args=["fanal", named.pk])
    assert _given(client_as("awa"), address) == "application/pdf"


def test_people_whom_the_pole_knows_are_masked_wherever_they_stand(cast: Cast) -> None:
    found = masked("Vu avec sam   d. et Léna. Roue Libre a signé.", ["Sam D.", "Léna M."])
    assert "sam" not in found.text
    assert "Roue Libre a signé" in found.text


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"from_on": "2024-12-31", "until_on": "2024-01-01", "value": "1", "method": "m"},
        {"from_on": "x", "until_on": "y", "value": "dix", "method": "m"},
        {"from_on": "2024-01-01", "until_on": "2024-12-31", "value": "1" * 30, "method": "m"},
        {"from_on": "2024-01-01", "until_on": "2024-12-31", "value": "NaN", "method": "m"},
    ],
)
def test_half_written_entries_are_told_what_is_wrong(entry: dict[str, str], cast: Cast, client_as: Enter) -> None:
    answer = client_as("lena").post(reverse("impact:measure", args=["fanal", "benevolat"]), entry)
    assert answer.status_code == 422
    assert not Measure.objects.exists()


def test_a_measure_is_written_through_the_page(cast: Cast, client_as: Enter) -> None:
    address = reverse("impact:measure", args=["fanal", "benevolat"])
    entry = {
        "from_on": "2024-01-01",
        "until_on": "2024-12-31",
        "value": "1 250,5",
        "method": "Cahier",
        "target": "1000",
    }
    sent = client_as("lena").post(address, {**entry, "evidence": pdf("Rien")})
    assert sent.status_code == 302
    page = unescape(client_as("").get(reverse("impact:indicators", args=["fanal"]), follow=True).content.decode())
    assert Measure.objects.get().value == Decimal("1250.5")
    assert page
    executable = SimpleUploadedFile("x.pdf", b"MZ\x90\x00" + b"0" * 200)
    refused = client_as("lena").post(address, {**entry, "correction": "c", "evidence": executable})
    assert refused.status_code == 415
