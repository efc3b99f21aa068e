"""Somebody erased leaves the texts of what is frozen; its figures stay, and the database holds to both."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F
from django.test import Client
from django.urls import reverse

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.impact import actions
from phares.rooms.impact.models import Indicator, Measure, ReportVersion
from rooms.cooperation.agreed import TODAY
from rooms.impact.accounted import granted, noted, pdf

Enter = Callable[[str], Client]
NAME = "Bérénice Lecœur-Zénati"


def _measured(cast: Cast, now: datetime, value: str, correction: str = "") -> Measure:
    last = TODAY.year - 1
    return actions.write_measure(
        pole=cast.pole,
        indicator=Indicator.objects.get(code="benevolat"),
        value=Decimal(value),
        method=f"Cahier de {NAME}",
        from_on=TODAY.replace(year=last, month=1, day=1),
        until_on=TODAY.replace(year=last, month=12, day=31),
        aims=actions.Aims(),
        evidence=pdf("Cahier"),
        correction=correction,
        by=cast.actor("lena"),
        at=now,
    )


@pytest.fixture
def frozen(cast: Cast, now: datetime) -> tuple[Any, Measure, ReportVersion]:
    """Return somebody, a corrected measure and a report put out whose words tell them."""
    person = directory.register_person(
        pole=cast.pole,
        given_name="Bérénice",
        family_name="Lecœur-Zénati",
        email="berenice.z@toit.example",
        by=CONSOLE,
        at=now,
    )
    directory.give_mandate(
        person=person,
        pole=cast.pole,
        role="member",
        structure=cast.structures["etabli"],
        from_on=TODAY,
        by=CONSOLE,
        at=now,
    )
    _measured(cast, now, "120")
    measure = _measured(cast, now, "130", f"{NAME} avait oublié un cahier.")
    grant = granted(cast, now, "Région", ("un poste", "ETP", 1))
    noted(cast, now, grant.indicators.get())
    report = actions.write_report(
        grant=grant,
        sentence=f"{NAME} a ouvert l’atelier.",
        not_working="Rien.",
        reasons={},
        by=cast.actor("lena"),
        at=now,
    )
    return person, measure, actions.put_report_out(report=report, by=cast.actor("lena"), at=now)


def test_a_name_leaves_the_words_of_what_is_frozen_and_no_figure_moves(
    cast: Cast, client_as: Enter, now: datetime, frozen: tuple[Any, Measure, ReportVersion]
) -> None:
    person, measure, version = frozen
    lines = version.words["lines"]
    directory.erase_person(person=person, pole=cast.pole, by=cast.actor("lena"), at=now)
    measure.refresh_from_db()
    version.refresh_from_db()
    assert (measure.correction, measure.method) == (
        "personne effacée avait oublié un cahier.",
        "Cahier de personne effacée",
    )
    assert version.words["sentence"] == "personne effacée a ouvert l’atelier."
    assert (measure.value, version.words["lines"]) == (Decimal(130), lines)
    assert (measure.names_removed, version.names_removed) == (1, 1)
    lena, said = client_as("lena"), "Le nom d’une personne effacée a été retiré de ces mots"
    for address in (
        reverse("impact:indicator", args=["fanal", "benevolat"]),
        reverse("impact:report_version", args=["fanal", version.report.grant_id, version.number]),
    ):
        page = unescape(lena.get(address).content.decode())
        assert said in page
        assert "Zénati" not in page


@pytest.mark.parametrize(
    "change",
    [
        {"method": "Un autre"},
        {"method": "Un autre", "names_removed": F("names_removed") + 2},
        {"value": 1, "names_removed": F("names_removed") + 1},
        {"version": 9, "names_removed": F("names_removed") + 1},
        {"measured_by": None, "names_removed": F("names_removed") + 1},
    ],
)
def test_nothing_else_changes_what_is_frozen(
    cast: Cast, frozen: tuple[Any, Measure, ReportVersion], change: dict[str, Any]
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Measure.objects.filter(pk=frozen[1].pk).update(**change)


def test_a_report_put_out_is_never_dated_anew_nor_removed(frozen: tuple[Any, Measure, ReportVersion]) -> None:
    rows = ReportVersion.objects.filter(pk=frozen[2].pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(number=9, names_removed=F("names_removed") + 1)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.delete()
