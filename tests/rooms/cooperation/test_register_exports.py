"""The register to take away: what the page hides is in no cell, no cell begins a formula; nobody is named as alone."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions, register_export
from rooms.cooperation.agreed import TODAY, day, draft, promises, running

As = Callable[[str], Client]
FORMULAS = ["=1+1", "+33 1", "-5", "@SUM(A1)", "\t=1", "\r=1"]


def rows(client: Client, **asked: str) -> list[list[str]]:
    answer = client.get(reverse("cooperation:register_csv", args=["fanal"]), asked)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def sheet(client: Client) -> str:
    answer = client.get(reverse("cooperation:register_xlsx", args=["fanal"]))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_a_formula(text: str) -> None:
    written = register_export.as_csv([[text, 1, TODAY, None]])[0].decode("utf-8-sig")
    cell = next(csv.reader(io.StringIO(written, newline="")))[0]
    assert not cell.startswith(register_export.BEGINS_FORMULA)
    assert cell.endswith(text)
    book = register_export.as_xlsx([[text]])[0]
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        assert "<f>" not in opened.read("xl/worksheets/sheet1.xml").decode()


def test_a_title_that_is_a_formula_is_a_text_in_both(cast: Cast, client_as: As) -> None:
    running(cast, title="=HYPERLINK(1)")
    assert rows(client_as("nour"))[1][0] == "’=HYPERLINK(1)"
    assert "<f>" not in sheet(client_as("nour"))


def test_what_the_reader_may_not_see_is_in_no_cell(cast: Cast, client_as: As, now: datetime) -> None:
    running(cast, title="Entre nous deux", openness="parties")
    shared = running(cast, title="Au pôle", openness="pole")
    running(cast, "etabli", "langues", title="Au grand jour", openness="public")
    actions.note_fact(
        cooperation=shared, on=TODAY, what="Fait", minutes=150, cents=12_50, by=cast.actor("nour"), at=now
    )
    titles = {who: {row[0] for row in rows(client_as(who))[1:]} for who in ("", "awa", "nour", "lena")}
    assert titles == {
        "": {"Au grand jour"},
        "awa": {"Au pôle", "Au grand jour"},
        "nour": {"Au pôle", "Au grand jour", "Entre nous deux"},
        "lena": {"Au pôle", "Au grand jour", "Entre nous deux"},
    }
    by_title = {row[0]: row for row in rows(client_as("nour"))[1:]}
    assert by_title["Au pôle"][-4:] == ["2", "0", "2.5", "12.5"]
    assert {row[0]: row[-4:] for row in rows(client_as("awa"))[1:]}["Au pôle"] == ["", "", "", ""]
    assert "une structure du pôle" in next(row for row in rows(client_as(""))[1:])[1]
    assert "Parler Ensemble" not in sheet(client_as(""))
    assert "Entre nous deux" not in sheet(client_as("awa"))


def test_the_same_filters_hold_on_the_page_and_in_the_table(cast: Cast, client_as: As) -> None:
    running(cast, title="Prêt", form="loan")
    running(cast, title="Projet", form="joint_bid")
    running(cast, "etabli", "velos", title="Avec le quartier", form="loan")
    client = client_as("nour")
    asked = {
        "lien=entraide": {"Prêt", "Avec le quartier"},
        "lien=projet": {"Projet"},
        "lien=inconnu": set(),
        "famille=mutualisation": {"Prêt"},
        "famille=collectif": {"Projet"},
        "famille=commun": {"Avec le quartier"},
    }
    for query, expected in asked.items():
        name, _, value = query.partition("=")
        assert {row[0] for row in rows(client, **{name: value})[1:]} == expected, query
        page = client.get(reverse("cooperation:register", args=["fanal"]) + f"?{query}").content.decode()
        assert {title for title in ("Prêt", "Projet", "Avec le quartier") if f">{title}</a>" in page} == expected, query
        assert f"registre.csv?{query}" in page or not expected


def test_nobody_is_named_as_alone_late_or_first_to_the_others(cast: Cast, client_as: As, now: datetime) -> None:
    cooperation = running(cast, openness="public", promises=draft(cast).promises[:1])
    promise = promises(cooperation)[0]
    type(promise).objects.filter(pk=promise.pk).update(due_on=day(-20))
    forbidden = ("isol", "retard", "en attente", "dominant", "premier", "dernière de")
    for who in ("", "awa", "maud"):
        client = client_as(who)
        told = [
            client.get(cooperation.get_absolute_url()).content.decode(),
            client.get(reverse("cooperation:register", args=["fanal"])).content.decode(),
            str(rows(client)),
            sheet(client),
        ]
        if who:
            told.append(client.get(reverse("cooperation:notes", args=["fanal"])).content.decode())
        for text in told:
            main = text.split("<main", 1)[-1].split("</main>", 1)[0].lower()
            assert not [word for word in forbidden if word in main], who


def test_the_week_is_really_one_page_and_says_no_word_between_parties(cast: Cast, client_as: As, now: datetime) -> None:
    nour = cast.actor("nour")
    for number in range(12):
        cooperation = running(cast, title=f"Coopération numéro {number}")
        promise = promises(cooperation)[0]
        type(promise).objects.filter(pk=promise.pk).update(due_on=day(-20), what="Un secret")
        actions.propose_commitment_change(
            commitment=promises(cooperation)[0],
            what="Autre",
            due_on=None,
            word="Une raison",
            by=nour,
            at=now,
        )
    pages: Any = PdfReader(
        io.BytesIO(client_as("lena").get(reverse("directory:week_sheet", args=["fanal"])).content)
    ).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "Un secret" not in text
    assert "Une raison" not in text
