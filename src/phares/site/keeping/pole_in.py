"""A pole that comes from another installation: each row takes a new number here, and what names it follows."""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, models, transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment, DueWork, ImportedRow, JournalEntry, TableImport
from phares.rooms.commons.refusals import Refusal
from phares.rooms.cooperation.models import Agreement
from phares.rooms.directory.models import Mandate, Membership, Person, Pole, ResidentsGroup, Size, Structure
from phares.rooms.funding.composed import renumbered
from phares.rooms.funding.models import Composition, Requirement
from phares.rooms.publishing.models import SheetPhoto, SheetVersion
from phares.rooms.territory.frozen import minutes_renumbered, version_renumbered
from phares.rooms.territory.models import Problem, Response, RestitutionVersion, Voice, Workshop, WorkshopCard
from phares.site.keeping.archive import ArchiveAltered, Reader, reading, safe_name
from phares.site.keeping.backup import NotPrepared, file_part, rows_part
from phares.site.keeping.belonging import DUE_ON, keys_of, meant_by, our_models, owned_models
from phares.site.keeping.pole_out import KIND
from phares.site.keeping.restore import NotTheSame
from phares.site.keeping.rows import Model, columns, line_of
from phares.site.keeping.sequences import last_numbers, set_last_numbers
from phares.site.keeping.triggers import triggers_asleep
from phares.site.readiness import migrations_to_run

FILES = "attachments/"


class PoleHereAlready(Refusal):
    """The instance has a pole of this address, or rows that may be here once only."""

    sentence = _("Un pôle de cette installation a déjà cette adresse, ou ce pôle y a déjà été apporté.")


@dataclass
class Arrival:
    """A pole on its way in: which old number became which new one, by model, and the files written so far."""

    reader: Reader
    slug: str
    numbers: dict[Model, dict[Any, Any]] = field(default_factory=dict)
    written: set[tuple[Model, Any]] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)

    def new(self, model: Model | None, old: Any) -> Any:
        """Return the new number of a row; nothing for one that did not come along."""
        return self.numbers.get(model, {}).get(old) if model is not None and old is not None else None


def bring_pole_in(path: Path, slug: str = "") -> tuple[Pole, int]:
    """Bring a pole in, all of it or nothing, and compare each row; return it and how many rows were written.

    Somebody known here by the same mail is the same person; a reference list keeps its own rows.
    """
    if migrations_to_run():
        raise NotPrepared
    with reading(path, KIND) as reader:
        arrival = Arrival(reader, slug or reader.manifest["pole"])
        try:
            return _bring(arrival)
        except BaseException:
            for name in arrival.files.values():
                default_storage.delete(name)
            raise


def _bring(arrival: Arrival) -> tuple[Pole, int]:
    """Write the files, then every row."""
    if Pole.objects.filter(slug=arrival.slug).exists():
        raise PoleHereAlready
    parts = {rows_part(model._meta.db_table): model for model in our_models()}
    named = {name for name in arrival.reader.manifest["parts"] if not name.startswith(FILES)}
    if not named <= parts.keys():
        raise ArchiveAltered
    present = [parts[name] for name in sorted(named)]
    _write_files(arrival)
    try:
        with transaction.atomic(), triggers_asleep(present):
            _allot(arrival, present)
            count = sum(_write(arrival, model) for model in present)
            connection.check_constraints()
    except (DatabaseError, KeyError, TypeError, ValueError) as error:
        raise (PoleHereAlready if "unique" in str(error).lower() else ArchiveAltered) from error
    return Pole.objects.get(slug=arrival.slug), count


def _write_files(arrival: Arrival) -> None:
    """Write the files people brought, each under a name that is free here."""
    for part in [name for name in arrival.reader.manifest["parts"] if name.startswith(FILES)]:
        name = safe_name(part.removeprefix(FILES))
        with arrival.reader.open(file_part(name)) as content:
            arrival.files[name] = default_storage.save(name, content)


def _allot(arrival: Arrival, present: list[Model]) -> None:
    """Give every row the number that it will have here, so that rows name one another whichever comes first."""
    last = last_numbers(present, "default")
    for model in present:
        table, known = model._meta.db_table, arrival.numbers.setdefault(model, {})
        for line in arrival.reader.lines(rows_part(table)):
            told = json.loads(line)
            same = _same_here(model, told)
            if same is None:
                last[table] = last.get(table, 0) + 1
                arrival.written.add((model, told["id"]))
            known[told["id"]] = same or last[table]
    set_last_numbers(present, last, "default")


def _write(arrival: Arrival, model: Model) -> int:
    """Write the rows of one model that are new here, and compare each; return how many."""
    fields = columns(model)
    count = 0
    for line in arrival.reader.lines(rows_part(model._meta.db_table)):
        told = json.loads(line)
        if (model, told["id"]) in arrival.written:
            values = {one.attname: one.to_python(value) for one, value in _translated(arrival, model, told).items()}
            row = model(pk=arrival.numbers[model][told["id"]], **values)
            row.save(force_insert=True)
            _compare(model, fields, row)
            count += 1
    return count


def _same_here(model: Model, told: dict[str, Any]) -> Any:
    """Return the number of the row that is the same here: a person by mail, a line of a reference list by its code."""
    if model is Person:
        mail = told["email"]
        return Person.objects.filter(email__iexact=mail).values_list("pk", flat=True).first() if mail else None
    if model in owned_models() or model in {Attachment, DueWork}:
        return None
    unique = next((one for one in columns(model) if one.unique and not one.primary_key), None)
    return (
        model._base_manager.filter(**{unique.attname: told[unique.attname]}).values_list("pk", flat=True).first()
        if unique
        else None
    )


def _translated(arrival: Arrival, model: Model, told: dict[str, Any]) -> dict[Any, Any]:
    """Return the values of a row with every number of the other installation made one of this one."""
    keys, owned = {key.attname: key for key in keys_of(model)}, owned_models()
    values = {}
    for one in columns(model):
        if one.primary_key:
            continue
        value = told[one.attname]
        if one.attname in keys and value is not None:
            value = arrival.numbers[keys[one.attname].related_model][value]
        values[one] = value
        if model in owned and one.unique and isinstance(one, models.CharField) and _is_taken(model, one, values[one]):
            # A copy beside the original: a secret address is drawn anew, what kept a second click away has served.
            values[one] = None if one.null else secrets.token_urlsafe(one.max_length)[: one.max_length]
    for name, value in BARE.get(model, lambda arrival, told: {})(arrival, told).items():
        values[model._meta.get_field(name)] = value
    return values


def _is_taken(model: Model, one: Any, value: Any) -> bool:
    """Say whether a value that may be there once only is there already."""
    return model._base_manager.filter(**{one.attname: value}).exists()


def _entry(arrival: Arrival, told: dict[str, Any]) -> dict[str, Any]:
    """Translate a line of the journal."""
    subjects = {name: arrival.new(meant_by(told["event"], name), old) for name, old in told["subjects"].items()}
    return {
        "pole_id": arrival.new(Pole, told["pole_id"]),
        "person_id": arrival.new(Person, told["person_id"]),
        "structure_id": arrival.new(Structure, told["structure_id"]),
        "mandate_id": arrival.new(Mandate, told["mandate_id"]),
        "subjects": subjects,
    }


def _imported(arrival: Arrival, told: dict[str, Any]) -> dict[str, Any]:
    """Translate a line of an import."""
    subject = {"structure": Structure, "person": Person}.get(told["subject"])
    also = dict(told["also"])
    for name, model in (("membership", Membership), ("mandate", Mandate)):
        if name in also:
            also[name] = arrival.new(model, also[name])
    if "size" in also:
        also["size"] = [arrival.new(Size, also["size"][0]), *also["size"][1:]]
    if "ended" in also:
        also["ended"] = [arrival.new(Membership, also["ended"][0]), *also["ended"][1:]]
    return {"subject_id": arrival.new(subject, told["subject_id"]), "also": also}


def _agreed(arrival: Arrival, told: dict[str, Any]) -> dict[str, Any]:
    """Translate the parties that the words of an agreement name, such as `structure-3`; its SHA-256 stays as signed."""
    parties = [{**party, "key": _holder(arrival, party["key"])} for party in told["words"]["parties"]]
    return {"words": {**told["words"], "parties": parties}}


def _holder(arrival: Arrival, key: str) -> str:
    """Translate the text that names a holder; one who did not come along has no number."""
    kind, old = key.split("-")
    model = {"structure": Structure, "group": ResidentsGroup, "resident": Person}[kind]
    return f"{kind}-{arrival.new(model, int(old)) or 0}"


def _composed(arrival: Arrival, told: dict[str, Any]) -> dict[str, Any]:
    """Translate the structures and the rows that a search for teams answered with."""
    return {"told": renumbered(told["told"], *_numbers(arrival, Structure, Requirement))}


def _numbers(arrival: Arrival, *models: Model) -> list[Callable[[int], int]]:
    """Return, for each model, what gives the number a row has here; 0 for one that did not come along."""
    return [lambda old, model=model: arrival.new(model, old) or 0 for model in models]


def _told_back(arrival: Arrival, told: dict[str, Any]) -> dict[str, Any]:
    """Translate the numbers that a published restitution holds."""
    return {"said": version_renumbered(told["said"], *_numbers(arrival, Voice, Problem, Response, Structure))}


def _minuted(arrival: Arrival, told: dict[str, Any]) -> dict[str, Any]:
    """Translate the numbers that the minutes of a workshop hold."""
    return {"minutes": minutes_renumbered(told["minutes"], *_numbers(arrival, WorkshopCard, Problem, Structure))}


BARE: dict[Model, Any] = {
    Composition: _composed,
    RestitutionVersion: _told_back,
    Workshop: _minuted,
    Agreement: _agreed,
    SheetVersion: lambda arrival, told: {"photos": [arrival.new(SheetPhoto, old) for old in told["photos"]]},
    Pole: lambda arrival, told: {"slug": arrival.slug},
    Attachment: lambda arrival, told: {"file": arrival.files.get(told["file"], told["file"])},
    TableImport: lambda arrival, told: {"pole_id": arrival.new(Pole, told["pole_id"])},
    DueWork: lambda arrival, told: {"subject_id": arrival.new(DUE_ON[told["kind"]], told["subject_id"])},
    ImportedRow: _imported,
    JournalEntry: _entry,
}


def _compare(model: Model, fields: list[Any], row: models.Model) -> None:
    """Compare what was written with what the database gives back."""
    names = [one.attname for one in fields]
    back = model._base_manager.filter(pk=row.pk).values_list(*names).get()
    if line_of(fields, back) != line_of(fields, [getattr(row, name) for name in names]):
        raise NotTheSame
