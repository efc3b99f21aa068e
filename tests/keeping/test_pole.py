"""A whole pole goes to another installation and comes back: the same rows, whatever numbers they bear."""

import dataclasses
import json
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from house.reading import nothing_in
from house.scene import set_scene
from keeping.installations import django, manifest
from phares.rooms.commons import due, journal
from phares.rooms.commons.models import Attachment, DueWork
from phares.rooms.cooperation.models import Agreement
from phares.rooms.directory.models import Person, Pole, ResidentsGroup, Structure
from phares.rooms.funding.composed import renumbered
from phares.rooms.funding.models import Composition, Requirement
from phares.rooms.publishing.models import SheetPhoto, SheetVersion
from phares.rooms.territory.frozen import minutes_renumbered, version_renumbered
from phares.rooms.territory.models import Problem, Response, RestitutionVersion, Voice, Workshop, WorkshopCard
from phares.site.keeping import archive
from phares.site.keeping.belonging import DUE_ON, ROOMS, keys_of, meant_by, our_models, owned_models, rows_of
from phares.site.keeping.pole_in import PoleHereAlready, bring_pole_in
from phares.site.keeping.pole_out import take_pole_out
from phares.site.keeping.rows import Model
from phares.site.keeping.sequences import set_last_numbers

HELD_BY: dict[str, Model] = {"structure": Structure, "group": ResidentsGroup, "resident": Person}
WORDED: dict[Model, Any] = {
    Agreement: lambda row, place: {"words": _parties_placed(row["words"], place)},
    Composition: lambda row, place: {"told": renumbered(row["told"], *_by_place(place, Structure, Requirement))},
    RestitutionVersion: lambda row, place: {
        "said": version_renumbered(row["said"], *_by_place(place, Voice, Problem, Response, Structure))
    },
    Workshop: lambda row, place: {
        "minutes": minutes_renumbered(row["minutes"], *_by_place(place, WorkshopCard, Problem, Structure))
    },
    SheetVersion: lambda row, place: {"photos": [place(SheetPhoto, old) for old in row["photos"]]},
}
# Its links are the addresses at which it was read, whatever is there now.
AS_SENT = "rows/publishing_newsletter.jsonl"
FAR = 4_000_000_000_000
NUMBER = re.compile(r"(?<!\d)4\d{12}(?!\d)")


@pytest.fixture
def fanal(db: None, store: Path) -> Pole:
    """Le Fanal with one of everything, beside another pole; no number there could be that of a row of another table."""
    known = our_models()
    apart = {model._meta.db_table: FAR + 1_000_000 * place for place, model in enumerate(known)}
    set_last_numbers(known, apart, "default")
    set_scene()
    SheetVersion.objects.update(photos=[SheetPhoto.objects.get().pk])
    return Pole.objects.get(slug="fanal")


@pytest.fixture
def told(fanal: Pole, tmp_path: Path, now: datetime) -> Path:
    """Le Fanal in one file."""
    path = tmp_path / "fanal.phares"
    _count, lost = take_pole_out(fanal, path, now)
    assert lost == []
    return path


def rows_in(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a file by table, every number replaced by its place among those of its table."""
    with zipfile.ZipFile(path) as held:
        names = [name for name in held.namelist() if name.startswith("rows/")]
        rows = {name[5:-6]: [json.loads(line) for line in held.read(name).splitlines()] for name in names}
    places = {table: {row["id"]: place for place, row in enumerate(known)} for table, known in rows.items()}
    models = {model._meta.db_table: model for model in our_models()}
    return {table: [_placed(models[table], row, places) for row in known] for table, known in rows.items()}


def _placed(model: Model, row: dict[str, Any], places: dict[str, dict[Any, int]]) -> dict[str, Any]:
    """Return a row in which every number is the place of what it names."""

    def place(of: Model | None, number: Any) -> Any:
        return places.get(of._meta.db_table, {}).get(number) if of is not None and number is not None else None

    new = {**row, "id": place(model, row["id"])}
    for key in keys_of(model):
        new[key.attname] = place(key.related_model, row[key.attname])  # type: ignore[arg-type]
    known = {model._meta.model_name: model for model in our_models()}
    for name in ("pole_id", "person_id", "structure_id", "mandate_id"):
        if model.__name__ in {"JournalEntry", "TableImport"} and name in row:
            new[name] = place(known[name.removesuffix("_id")], row[name])
    if model.__name__ == "JournalEntry":
        new["subjects"] = {key: place(meant_by(row["event"], key), old) for key, old in row["subjects"].items()}
    if model.__name__ == "DueWork":
        new["subject_id"] = place(DUE_ON[row["kind"]], row["subject_id"])
    if model.__name__ == "ImportedRow":
        new["subject_id"] = place(known.get(row["subject"]), row["subject_id"])
        new["also"] = sorted(row["also"])
    return new | WORDED.get(model, lambda row, place: {})(row, place)


def _by_place(place: Any, *models: Any) -> list[Any]:
    """Return, for each model, what gives the place of a row by its number."""
    return [lambda old, of=of: place(of, old) for of in models]


def _parties_placed(words: dict[str, Any], place: Any) -> dict[str, Any]:
    """Return the words of an agreement, each party by its place."""
    named = [party["key"].split("-") for party in words["parties"]]
    return {**words, "parties": [(kind, place(HELD_BY[kind], int(number))) for kind, number in named]}


@pytest.mark.slow
def test_a_pole_that_went_to_another_installation_has_the_same_rows_there(told: Path, tmp_path: Path) -> None:
    var = tmp_path / "elsewhere"
    assert django(var, "migrate", "-v0").returncode == 0
    founded = django(
        var, "found_pole", "--pole", "Ici", "--commune", "Ici", "--given-name", "Zoé", "--email", "zoe@ici.example"
    )
    assert founded.returncode == 0, founded.stderr  # numbers there begin elsewhere
    came = django(var, "import_pole", str(told))
    assert came.returncode == 0, came.stderr
    went = django(var, "export_pole", "fanal", str(tmp_path / "back.phares"))
    assert went.returncode == 0, went.stderr
    before, after = rows_in(told), rows_in(tmp_path / "back.phares")
    assert before.keys() == after.keys()
    assert {table for table in before if before[table] != after[table]} == set()
    files = [
        {part["sha256"] for name, part in manifest(path)["parts"].items() if name.startswith("attachments/")}
        for path in (told, tmp_path / "back.phares")
    ]
    assert files[0] == files[1] != set()
    assert len(before["commons_journalentry"]) > 20
    again = django(var, "import_pole", str(told))
    assert (again.returncode, "déjà cette adresse" in again.stderr) == (1, True)


def test_nothing_of_another_pole_goes_along(told: Path, fanal: Pole) -> None:
    with zipfile.ZipFile(told) as held:
        everything = b"".join(held.read(name) for name in held.namelist()).decode(errors="ignore")
    assert "ailleurs.example" not in everything
    assert "Structure d’ailleurs" not in everything


def test_no_way_in_goes_along(told: Path) -> None:
    with zipfile.ZipFile(told) as held:
        people = [json.loads(line) for line in held.read("rows/directory_person.jsonl").splitlines()]
    assert people
    assert {(person["password"], person["last_login"]) for person in people} == {("!", None)}


def test_a_pole_is_brought_in_once_or_under_another_name_and_people_known_by_mail_stay_one(
    told: Path, fanal: Pole
) -> None:
    with pytest.raises(PoleHereAlready):
        bring_pole_in(told)
    people = Person.objects.filter(email__isnull=False).count()
    pole, _rows = bring_pole_in(told, "copie")
    assert pole.structures.count() == fanal.structures.count()
    assert Person.objects.filter(email__isnull=False).count() == people
    assert not {pk for model, pks in rows_of(pole).items() if model.__name__ == "Structure" for pk in pks} & set(
        fanal.structures.values_list("pk", flat=True)
    )


def test_a_copy_beside_the_original_names_no_row_of_it(told: Path, fanal: Pole, tmp_path: Path, now: datetime) -> None:
    copy, _rows = bring_pole_in(told, "copie")
    take_pole_out(copy, tmp_path / "copy.phares", now)
    shared = {Person, *(model for model in our_models() if model not in owned_models() | {Attachment, DueWork})}
    belongs = {pk for model, pks in rows_of(fanal).items() if model not in shared for pk in pks}
    with zipfile.ZipFile(tmp_path / "copy.phares") as held:
        rows = {name: held.read(name).decode() for name in held.namelist() if name.startswith("rows/")}
    left = {name: found for name, text in rows.items() if (found := belongs & set(map(int, NUMBER.findall(text))))}
    left.pop(AS_SENT)
    assert left == {}
    before, after = rows_in(told), rows_in(tmp_path / "copy.phares")
    assert {name: len(known) for name, known in before.items()} == {name: len(known) for name, known in after.items()}


def test_a_file_that_was_cut_or_changed_brings_nothing(told: Path, tmp_path: Path) -> None:
    before = Pole.objects.count(), Attachment.objects.count()
    for length in (0, 50, 4_000, -1):
        (tmp_path / "cut").write_bytes(told.read_bytes()[:length])
        with pytest.raises(archive.NotAnArchive):
            bring_pole_in(tmp_path / "cut", "copie")
    assert before == (Pole.objects.count(), Attachment.objects.count())


def test_every_name_in_an_event_says_which_row_it_means() -> None:
    unknown = [
        f"{event.__name__}.{one.name}"
        for event in journal.subscriptions()
        for one in dataclasses.fields(event)
        if meant_by(event.__name__, one.name) is None
    ]
    nothing_in(unknown)


def test_every_kind_of_due_work_says_on_what_it_is() -> None:
    assert set(due._performances) == set(DUE_ON)


def test_every_room_is_taken_out() -> None:
    assert {model._meta.app_label for model in our_models()} == ROOMS
