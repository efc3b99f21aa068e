"""Importing tables: forty messy structures, each bad cell named, nothing doubled, all of it taken back."""

# ruff: noqa: E501 (a line of a table is one line)

import io
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from stdnum.fr import siren

from phares.demo.cast import Cast
from phares.rooms.commons import due
from phares.rooms.commons.models import JournalEntry, TableImport
from phares.rooms.directory import actions, queries
from phares.rooms.directory.actions.table_rows import DESCRIBED, IDENTIFIED
from phares.rooms.directory.models import Mandate, Membership, Person, Structure
from rooms.directory.bringing import bring, write
from rooms.directory.messy import BAD, FIRST_LINE, GOOD, messy_workbook, name_of

CSV = "Structure;Mail;Entrée;Participation\n{}"


@pytest.fixture
def lena(client_as: Callable[[str], Client]) -> Client:
    """The coordinator's browser."""
    return client_as("lena")


def test_forty_messy_structures_are_read_and_each_bad_cell_is_named(lena: Client) -> None:
    before = Structure.objects.count(), JournalEntry.objects.exclude(event="TableBrought").count()
    table = bring(lena, messy_workbook())
    assert (table.header, table.state, table.sheet) == (FIRST_LINE - 2, "checked", 0)
    assert queries.line_counts(table) == {"new": GOOD, "changes": 0, "same": 0, "bad": len(BAD), "undone": 0}
    told = {(error["column"], error["value"]) for line in queries.bad_lines(table) for error in line.errors}
    assert told == {
        ("Date d'entrée", "au printemps 2019"), ("E-mail", "contact chez aulnes"), ("Type de membre", "copain"), ("Statut juridique", "GIE-truc"),
    }  # fmt: skip
    assert before == (Structure.objects.count(), JournalEntry.objects.exclude(event="TableBrought").count())
    page = lena.get(f"/fanal/importer/{table.pk}/").content.decode()
    assert all(words in page for words in ("au printemps 2019", "Importer les bonnes lignes seulement", "GIE-truc"))


def test_bad_lines_keep_all_the_others_out_until_only_the_good_ones_are_asked_for(lena: Client, cast: Cast) -> None:
    table = bring(lena, messy_workbook())
    before = Structure.objects.count()
    assert write(lena, table).state == "checked"
    assert Structure.objects.count() == before
    assert write(lena, table, only_good="yes").state == "written"
    assert Structure.objects.count() == before + GOOD
    one = Structure.objects.get(name=name_of(0))
    stay = one.memberships.get()
    assert (one.legal_form, one.postcode_normalised, one.commune, stay.kind, stay.from_on, str(stay.surface_m2)) == (
        "association", "93450", "Port-Aval", "hosted", date(2015, 2, 1), "1350.5",
    )  # fmt: skip
    assert {field.code for field in one.fields.all()} == {"insertion"}
    assert Structure.objects.get(name=name_of(3)).memberships.get().from_on == date(2015, 2, 1) + timedelta(days=120)


def test_bringing_the_same_table_again_changes_nothing_and_a_changed_one_updates(lena: Client) -> None:
    write(lena, bring(lena, messy_workbook()), only_good="yes")
    again = bring(lena, messy_workbook())
    assert queries.line_counts(again)["same"] == GOOD
    first = "Structure;Mail;Sigle\nÉTABLI (l’);;\nL'ETABLI;bonjour@etabli.example;LE\n"
    table = write(lena, bring(lena, first, name="mises a jour.csv"), only_good="yes")
    etabli = Structure.objects.get(slug="letabli")
    assert (etabli.name, etabli.contact_email, etabli.acronym) == ("L’Établi", "bonjour@etabli.example", "LE")
    assert table.lines.get(label="L'ETABLI").changes["acronym"] == ["", "LE"]


def test_a_structure_is_known_by_its_number_whatever_its_name(lena: Client, cast: Cast) -> None:
    write(lena, bring(lena, "Structure;SIRET\nL’Établi;732 829 320 00074\n"))
    known = bring(lena, "Structure;SIRET;Commune\nEtabli & Cie;73282932000074;Ailleurs\n")
    line = known.lines.get()
    assert (line.state, line.subject_id, line.changes["name"]) == (
        "changes",
        cast.structures["etabli"].pk,
        ["L’Établi", "Etabli & Cie"],
    )
    other = bring(lena, "Structure;SIRET\nRoue Libre;73282932000074\n")
    assert "autre structure" in other.lines.get().errors[0]["reason"]


def test_the_first_zeros_that_a_spreadsheet_takes_from_a_number_are_put_back(lena: Client) -> None:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Structure", "SIREN"])
        sheet.write_row(1, 0, ["Zéro Devant", 5_520_176])
    write(lena, bring(lena, kept.getvalue()))
    assert Structure.objects.get(name="Zéro Devant").siren == siren.validate("005520176")


def test_empty_cells_take_nothing_away(lena: Client, cast: Cast) -> None:
    before = Structure.objects.get(pk=cast.structures["etabli"].pk)
    write(lena, bring(lena, "Structure;Mission;Sigle\nL’Établi;;ET\n"))
    after = Structure.objects.get(pk=before.pk)
    assert (after.mission, after.acronym, after.location) == (before.mission, "ET", before.location)


def test_a_line_that_comes_twice_is_named(lena: Client) -> None:
    table = bring(lena, "Structure;Ville\nDoublon;Ici\nDOUBLON;Là\n")
    assert [line.state for line in table.lines.all()] == ["new", "bad"]


def test_a_cell_that_begins_a_formula_is_refused_and_never_computed(lena: Client) -> None:
    table = bring(lena, 'Structure;Ville\n"=HYPERLINK(""http://x.example"")";Ici\nSage;=1+1\n', name="piege.csv")
    assert {line.state for line in table.lines.all()} == {"bad"}
    assert not Structure.objects.filter(commune__in=["2", "=1+1"]).exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_accents_and_separators_of_every_desk_are_read(lena: Client, encoding: str, separator: str) -> None:
    text = "Dénomination;Ville;Entrée;Participation\nL’Œuvre à l’été;Île-Saint-Denis;1er août 2015;hébergée\n"
    table = bring(lena, text.replace(";", separator).encode(encoding), name="x.csv")
    write(lena, table)
    one = Structure.objects.get(name="L’Œuvre à l’été")
    assert (one.name, one.commune, one.memberships.get().from_on) == (
        "L’Œuvre à l’été",
        "Île-Saint-Denis",
        date(2015, 8, 1),
    )


def test_columns_that_were_not_understood_are_chosen_on_screen(lena: Client) -> None:
    table = bring(lena, "Truc;Machin\nLa Voile;Port-Aval\n")
    assert table.columns == {}
    address = f"/fanal/importer/{table.pk}/colonnes/"
    assert b"La Voile" in lena.get(address).content
    entry = {"sheet": "0", "header": "1", "column-0": "name", "column-1": "name"}
    assert lena.post(address, entry).status_code == 422
    assert lena.post(address, {**entry, "column-1": "commune"}).status_code == 302
    write(lena, table)
    assert Structure.objects.get(name="La Voile").commune == "Port-Aval"


def test_people_come_with_their_mandate_and_are_never_doubled(lena: Client, cast: Cast) -> None:
    text = "Nom du contact;E-mail;Organisme;Fonction;Depuis\nZoé MARTIN;Zoe@etabli.example;L'Etabli;Présidente;01/02/2024\nSans Mail;;Roue Libre;bénévole;\nX;x@x.example;Inconnue;;\n"
    table = bring(lena, text, "people", "contacts.csv")
    assert [line.state for line in table.lines.all()] == ["new", "new", "bad"]
    write(lena, table, only_good="yes")
    zoe = Person.objects.get(email="zoe@etabli.example")
    mandate = zoe.mandates.get()
    assert (str(zoe), mandate.role, mandate.structure, mandate.from_on) == (
        "Zoé Martin", "representative", cast.structures["etabli"], date(2024, 2, 1),
    )  # fmt: skip
    again = bring(lena, text, "people", "contacts.csv")
    assert [line.state for line in again.lines.all()] == ["same", "same", "bad"]


def test_memberships_enter_and_end_for_structures_that_are_known(lena: Client, cast: Cast) -> None:
    stay = cast.structures["etabli"].memberships.get()
    text = f"Structure;Statut dans le pôle;Entrée le;Sortie le\nL’Établi;hébergée;{stay.from_on:%d/%m/%Y};31/12/2030\nPersonne;hébergée;01/01/2020;\n"
    table = bring(lena, text, "memberships", "presences.csv")
    assert [line.state for line in table.lines.all()] == ["changes", "bad"]
    write(lena, table, only_good="yes")
    stay.refresh_from_db()
    assert stay.until_on == date(2030, 12, 31)


def test_a_whole_import_is_taken_back_and_leaves_everything_as_it_was(lena: Client, cast: Cast) -> None:
    before = [list(model.objects.order_by("pk").values()) for model in (Structure, Membership, Mandate)]
    text = "Structure;Sigle;Participation;Entrée\nL’Établi;LE;;\nNouvelle;NN;hébergée;01/02/2020\n"
    table = write(lena, bring(lena, text))
    lena.post(f"/fanal/importer/{table.pk}/defaire/")
    table.refresh_from_db()
    after = [list(model.objects.order_by("pk").values()) for model in (Structure, Membership, Mandate)]
    for rows in (*before, *after):
        for row in rows:
            row.pop("described_at", None)
    assert (after, table.state) == (before, "undone")


def test_lines_changed_or_used_since_stay_and_say_why(lena: Client, cast: Cast, now: datetime) -> None:
    table = write(lena, bring(lena, "Structure;Sigle\nL’Établi;LE\nNouvelle;NN\nAutre;AA\n"))
    etabli = Structure.objects.get(slug="letabli")
    Structure.objects.filter(pk=etabli.pk).update(acronym="CHANGÉ")
    new = Structure.objects.get(name="Nouvelle")
    actions.admit_structure(structure=new, kind="hosted", from_on=date(2020, 1, 1), by=cast.actor("lena"), at=now)
    lena.post(f"/fanal/importer/{table.pk}/defaire/")
    stayed = {line.label: line.kept_because for line in queries.lines_that_stayed(table)}
    assert stayed == {"L’Établi": "Changée depuis\u202f: sigle.", "Nouvelle": "D’autres pages en parlent déjà."}
    assert not Structure.objects.filter(name="Autre").exists()
    assert "D’autres pages en parlent" in lena.get(f"/fanal/importer/{table.pk}/").content.decode()


def test_each_entry_says_from_which_table_line_and_day_it_came(
    lena: Client, client_as: Callable[[str], Client]
) -> None:
    write(lena, bring(lena, "Structure;Sigle;Ville\nNouvelle;NN;Ici\n", name="premier.csv"))
    write(lena, bring(lena, "\nStructure;Sigle\nNouvelle;N2\n", name="second.csv"))
    origins = {
        one.entry: (one.table.file_name, one.number)
        for one in queries.origins_of(Structure.objects.get(name="Nouvelle"))
    }
    assert (origins["commune"], origins["acronym"]) == (("premier.csv", 2), ("second.csv", 3))
    assert "second.csv" in lena.get("/fanal/structures/nouvelle/d-ou-vient/").content.decode()


def test_a_long_table_is_tried_and_written_by_the_worker_with_its_progress(
    lena: Client, run_tasks: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "AT_ONCE", 10)
    table = bring(lena, messy_workbook())
    assert (table.state, table.lines.count()) == ("checking", 0)
    assert "lignes relues sur" in lena.get(f"/fanal/importer/{table.pk}/").content.decode()
    run_tasks()
    table.refresh_from_db()
    assert (table.state, table.checked, table.lines.count()) == ("checked", table.total, 40)
    assert write(lena, table).state == "writing"
    run_tasks()
    table.refresh_from_db()
    assert (table.state, "à corriger" in table.trouble) == ("checked", True)
    write(lena, table, only_good="yes")
    run_tasks()
    table.refresh_from_db()
    assert table.state == "written"


def test_a_second_click_writes_nothing_twice(lena: Client) -> None:
    table = write(lena, bring(lena, "Structure\nUnique\n"))
    write(lena, table)
    assert Structure.objects.filter(name="Unique").count() == 1


def test_a_table_never_written_is_forgotten_after_a_month_and_a_written_one_keeps_where_things_came_from(
    lena: Client,
) -> None:
    waiting = bring(lena, "Structure\nJamais\n")
    written = write(lena, bring(lena, "Structure;Sigle\nGardée;GG\n"))
    due.run_due(timezone.now() + timedelta(days=31))
    assert not TableImport.objects.filter(pk=waiting.pk).exists()
    assert written.lines.get().changes.keys() >= {"name", "acronym"}
    assert set(written.lines.get().changes.values()) == {None}
    assert len(queries.origins_of(Structure.objects.get(name="Gardée"))) >= 2
    lena.post(f"/fanal/importer/{written.pk}/defaire/")
    assert Structure.objects.filter(name="Gardée").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("vide.csv", b""),
        ("coupe.xlsx", messy_workbook()[:900]),
        ("page.csv", b"<html></html>"),
    ],
)
def test_a_broken_file_is_refused_beside_its_entry_and_nothing_is_kept(lena: Client, name: str, content: bytes) -> None:
    answer = lena.post("/fanal/importer/", {"subject": "structures", "table": SimpleUploadedFile(name, content)})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["table"])
    assert not TableImport.objects.exists()


def test_no_entry_of_a_page_is_ever_lost_by_an_import() -> None:
    for act, entries in ((actions.describe_structure, DESCRIBED), (actions.identify_structure, IDENTIFIED)):
        parameters = set(act.__wrapped__.__annotations__) - {"structure", "by", "at", "return"}  # type: ignore[attr-defined]
        assert parameters == set(entries)


def test_a_page_of_lines_asks_the_same_few_questions_however_many_there_are(lena: Client) -> None:
    asked = []
    for table in (bring(lena, messy_workbook(12)), bring(lena, messy_workbook(40))):
        with CaptureQueriesContext(connection) as questions:
            lena.get(f"/fanal/importer/{table.pk}/")
        asked.append(len(questions))
    assert asked[0] == asked[1] <= 18
