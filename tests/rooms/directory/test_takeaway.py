"""A structure leaves with all it has: a ZIP that any computer opens, without the words that others keep."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from house.scene import Scene, remembered_scene
from phares.demo.cast import Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.takeaway import Part, as_csv
from phares.rooms.cooperation.models import ChainLink, Cooperation, DocumentVersion, Message, SharingKey
from phares.rooms.directory import actions
from phares.rooms.directory.models import Structure

ADDRESS = "/fanal/structures/letabli/emporter/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def taken(client: Client) -> zipfile.ZipFile:
    """Return what the structure receives."""
    answer = client.post(ADDRESS)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]


@pytest.fixture
def scene(db: None, tmp_path: Path, settings: Any) -> Scene:
    """One of everything, told through the acts."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    return remembered_scene(tmp_path)


@pytest.fixture
def nour(scene: Scene) -> Client:
    """The browser of who represents L'Établi."""
    client = Client()
    client.force_login(scene.people["nour"].person, backend=BACKEND)  # type: ignore[union-attr, arg-type]
    return client


def test_everything_goes_along_in_open_formats_with_a_page_that_leads_to_it(nour: Client) -> None:
    archive = taken(nour)
    names = set(archive.namelist())
    told = json.loads(archive.read("donnees/tout.json"))
    assert {"index.html", "style.css", "donnees/tout.json"} < names
    assert {f"donnees/{part}.csv" for part in told} < names
    assert told["structure"][0]["name"] == "L’Établi"
    assert {row["title"] for row in told["besoins-et-offres"]} >= {"Stocker 80 m² au sec", "Une remorque"}
    assert {row["title"] for row in told["cooperations"]} >= {"Une réserve partagée", "Entre nous deux"}
    assert told["promesses"]
    assert any(row["what"] == "Première séance" and row["file"] for row in told["faits"])
    assert all(f"documents/{row['file']}" in names for row in [*told["faits"], *told["accords"]] if row["file"])
    page = archive.read("index.html").decode()
    assert "donnees/cooperations.csv" in page
    assert "<script" not in page


def test_the_work_with_others_goes_along_and_of_the_others_only_what_is_shared(scene: Scene, nour: Client) -> None:
    hidden = Cooperation.objects.exclude(parties__structure__slug="letabli")
    archive = taken(nour)
    told, names = json.loads(archive.read("donnees/tout.json")), set(archive.namelist())
    etabli = Structure.objects.get(slug="letabli")
    own = {"cooperation__parties__structure": etabli}
    assert (
        len(told["documents"])
        == DocumentVersion.objects.filter(document__cooperation__parties__structure=etabli).count()
        > 0
    )
    assert {row["text"] for row in told["messages"]} == set(
        Message.objects.filter(withdrawn_at=None, **own).values_list("text", flat=True)
    )
    assert (
        len(told["moyens-partages"])
        == SharingKey.objects.filter(means__cooperation__parties__structure=etabli).count()
        > 0
    )
    assert len(told["chaines"]) == ChainLink.objects.filter(structure=etabli).count()
    assert told["besoins-groupes"]
    assert {row["title"] for row in told["fiches"]} >= {"Une fiche parue"}
    assert all(f"documents/{row['file']}" in names for row in [*told["documents"], *told["fiches"]])
    fiche = next(row["file"] for row in told["fiches"] if row["title"] == "Une fiche parue")
    assert archive.read(f"documents/{fiche}").decode().startswith("# Une fiche parue\n\n## ")
    everything = json.dumps(told, ensure_ascii=False)
    assert not [one.title for one in hidden if one.title in everything]


def test_tables_open_in_a_spreadsheet_with_their_accents(nour: Client) -> None:
    content = taken(nour).read("donnees/besoins-et-offres.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert "Stocker 80 m² au sec" in {row["La phrase"] for row in rows}


def test_no_exported_cell_begins_a_formula() -> None:
    cells = ["=1+1", "+33 1", "-3", "@SUM(A1)", "\t=1", "\r=1", "sage"]
    part = Part("x", "X", {"a": "=Titre"}, [{"a": cell} for cell in cells])
    rows = list(csv.reader(io.StringIO(as_csv(part).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert not [row for row in rows if row[0].startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows[-1] == ["sage"]


def test_the_words_that_others_keep_for_themselves_stay_here(nour: Client) -> None:
    told = json.loads(taken(nour).read("donnees/tout.json"))
    others = [row for row in told["rapprochements"] if row["said_by"] != "L’Établi"]
    assert others
    assert all(row["reason"] == "" for row in others)
    everything = json.dumps(told, ensure_ascii=False)
    assert "Parler Ensemble" not in everything


@pytest.mark.parametrize("who", ["idris", "sam", "lena", "paul", "maud"])
def test_nobody_else_leaves_with_it(scene: Scene, who: str) -> None:
    client = Client()
    client.force_login(scene.people[who].person, backend=BACKEND)  # type: ignore[union-attr, arg-type]
    assert client.get(ADDRESS).status_code == client.post(ADDRESS).status_code == 403


def test_the_journal_keeps_that_it_was_taken(nour: Client) -> None:
    taken(nour)
    assert JournalEntry.objects.filter(event="StructureTakenAway").count() == 1


def test_a_document_that_is_gone_is_named_and_stops_nothing(nour: Client, tmp_path: object) -> None:
    for path in tmp_path.rglob("*.png"):  # type: ignore[attr-defined]
        path.unlink()
    assert "n’ont pas été retrouvés" in taken(nour).read("index.html").decode()


def test_what_leaves_says_every_entry_of_the_page(
    cast: Cast, client_as: Callable[[str], Client], now: datetime
) -> None:
    from_nour = {"acronym": "LE", "tags": ["#vélo"], "postcode": "93450"}
    structure = cast.structures["etabli"]
    actions.describe_structure(structure=structure, name="L’Établi", **from_nour, by=cast.actor("nour"), at=now)
    page = json.loads(taken(client_as("nour")).read("donnees/tout.json"))["structure"][0]
    assert {name: page[name] for name in from_nour} == {"acronym": "LE", "tags": ["#vélo"], "postcode": "93450"}
    hidden = {"id", "pole", "slug", "search_text", "name_is_established", "outside_kind", "axes", "source_url"}
    normalised = {"postcode_normalised", "contact_phone_e164"}
    assert {field.name for field in Structure._meta.concrete_fields} - hidden - normalised <= page.keys()
