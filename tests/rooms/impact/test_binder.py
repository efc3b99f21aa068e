"""The binder: every figure of the page is counted again from its tables alone, by code of its own."""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from html import unescape

from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.impact.binder_tables import exact
from rooms.impact.accounted import told

Enter = Callable[[str], Client]
Rows = list[dict[str, str]]


class Binder:
    """A ZIP read back as anybody would."""

    def __init__(self, content: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(content))
        self.files = {name: archive.read(name) for name in archive.namelist()}

    def rows(self, name: str) -> Rows:
        """Return the rows of a table."""
        text = self.files[f"tables/{name}.csv"].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _binder(client: Client, pk: int) -> Binder:
    return Binder(client.get(reverse("impact:report_binder", args=["fanal", pk])).content)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else date(day.year - 1, 2, 28)


def recounted(binder: Binder, counted_on: date, when: str = "") -> dict[str, Fraction]:
    """Count the figures of the pole from the tables alone."""
    first = _year_before(counted_on) + timedelta(1)
    living = {
        row["cooperation"]
        for row in binder.rows(f"faits{when}")
        if date.fromisoformat(row["du"]) <= counted_on and date.fromisoformat(row["au"]) >= first
    }
    lasting = [
        row
        for row in binder.rows(f"cooperations{when}")
        if row["cooperation"] in living
        and date.fromisoformat(row["signe_le"]) < first
        and (not row["finie_le"] or date.fromisoformat(row["finie_le"]) > counted_on)
    ]
    times = [int(row["cooperations"]) for row in binder.rows(f"membres{when}")]
    return {
        "cooperations": Fraction(len(living)),
        "membres-qui-cooperent": Fraction(sum(one > 0 for one in times), len(times)),
        "qui-durent": Fraction(len(lasting)),
        "emplois": sum((Fraction(row["etp"]) for row in binder.rows(f"emplois{when}")), Fraction(0)),
    }


def test_every_figure_of_the_page_is_counted_again_from_the_tables(cast: Cast, client_as: Enter, now: datetime) -> None:
    for grant in told(cast, now)[:2]:
        for who in ("awa", "lena"):
            binder = _binder(client_as(who), grant.pk)
            page = unescape(client_as(who).get(reverse("impact:report", args=["fanal", grant.pk])).content.decode())
            results = {row["numero"]: Decimal(row["combien"]) for row in binder.rows("resultats")}
            answers = binder.rows("resultats-et-promesses")
            shown = re.findall(r'data-label="(?:Promis|Atteint|Écart)"[^>]*>(?:<strong>)?([^<]*)<', page)
            counted = []
            for row in binder.rows("promesses-au-financeur"):
                reached = sum((results[x["numero"]] for x in answers if x["promesse"] == row["promesse"]), Decimal(0))
                counted += [Decimal(row["promis"]), reached, reached - Decimal(row["promis"])]
            assert [_read(text) for text in shown] == counted
            figures = binder.rows("chiffres")
            day = date.fromisoformat(figures[0]["compte_le"])
            now_counted, before = recounted(binder, day), recounted(binder, _year_before(day), "-un-an-plus-tot")
            assert {row["chiffre"]: Fraction(row["valeur"]) for row in figures} == now_counted
            assert {row["chiffre"]: Fraction(row["un_an_plus_tot"]) for row in figures} == before


def _read(text: str) -> Decimal:
    """Return the number at the head of a cell, as a reader of French would."""
    found = re.match(r"[+−]?[\d\u202f]+(?:,\d+)?", text.strip())
    assert found, text
    return Decimal(found[0].replace("\u202f", "").replace(",", ".").replace("−", "-"))


def test_each_document_has_its_hash_and_nobody_is_named(cast: Cast, client_as: Enter, now: datetime) -> None:
    region, _town, both = told(cast, now)
    for who, named in {"awa": False, "lena": True}.items():
        binder = _binder(client_as(who), region.pk)
        text = binder.files["empreintes.csv"].decode("utf-8-sig")
        hashes = {row["Fichier"]: row["SHA-256"] for row in csv.DictReader(io.StringIO(text), delimiter=";")}
        others = {name for name in binder.files if name not in {"empreintes.csv", "sommaire.html"}}
        assert set(hashes) == others
        assert all(hashlib.sha256(binder.files[name]).hexdigest() == digest for name, digest in hashes.items())
        contracts = [name for name in others if f"resultat-{both.number} " in name]
        assert len(contracts) == 1
        assert contracts[0].endswith(".pdf") is named
        assert b"Oubrahim" not in b"".join(binder.files.values())
        assert b"Parler Ensemble" not in b"".join(binder.files.values())
        titles = {row["titre"] for row in binder.rows("cooperations")}
        assert ("Entre nous deux" in titles) or who == "awa" or not titles
        contents = unescape(binder.files["sommaire.html"].decode())
        assert "Classeur de preuves" in contents
        assert all(name in contents for name in others)


def test_a_part_of_full_time_is_no_day_of_the_year_in_a_spreadsheet() -> None:
    assert [exact(one) for one in ("4/5", Fraction(9, 5), "18", "1/3", None)] == ["0.8", "1.8", "18", "1/3", ""]


def test_a_cell_of_the_tables_is_never_a_formula(cast: Cast, client_as: Enter, now: datetime) -> None:
    region, _town, both = told(cast, now)
    both.what = "=HYPERLINK(1)"
    both.save(update_fields=["what"])
    cells = [row["resultat"] for row in _binder(client_as("lena"), region.pk).rows("resultats")]
    assert "'=HYPERLINK(1)" in cells
