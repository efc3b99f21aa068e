"""One line of a table, written by the very acts that the pages call; what it changed is told entry by entry."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models.table_import import RowState
from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.actions.identity import identify_structure
from phares.rooms.directory.actions.membership import admit_structure, end_membership
from phares.rooms.directory.actions.structure import add_structure, describe_structure
from phares.rooms.directory.actions.table_parts import count_people, say_capacities_again, told_capacities
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ActivityField, Membership, Pole, Structure
from phares.rooms.directory.table_rows import CellError, Entry, TableRow

DESCRIBED = (
    "name", "acronym", "acronym_meaning", "mission", "presentation", "legal_form", "fields", "goals", "tags",
    "commune", "address", "postcode", "location", "latitude", "longitude", "contact_email", "contact_phone", "website",
    "visibility",
)  # fmt: skip
IDENTIFIED = ("is_sse", "siren", "siret", "vat_number", "rna")


class LineTwice(Refusal):
    """Two lines of the table are about the same one."""

    sentence = _("Une ligne plus haut parle déjà de la même.")


class NumberOfAnother(Refusal):
    """The number is that of a structure, the name that of another."""

    sentence = _("Ce numéro est celui d’une autre structure de l’annuaire, qui ne porte pas ce nom.")


class StructureUnknown(Refusal):
    """No structure of the directory is meant."""

    sentence = _("L’annuaire ne connaît aucune structure de ce nom : importez d’abord les structures.")


class KindMissing(Refusal):
    """A period is given without the way of taking part."""

    sentence = _("Dites aussi comment la structure participe : hébergée, associée, partenaire ou soutien.")


class BeginningMissing(Refusal):
    """A way of taking part is given without its first day."""

    sentence = _("Dites aussi depuis quel jour elle participe ; « Changer les colonnes » donne un même jour à toutes.")


@dataclass
class Written:
    """What became of a line."""

    state: str = RowState.SAME
    subject: str = ""
    subject_id: int | None = None
    changes: dict[str, list[Any]] = field(default_factory=dict)
    also: dict[str, Any] = field(default_factory=dict)
    errors: list[CellError] = field(default_factory=list)


class Known:
    """Whom the pole knows already, asked of the database once for a whole table."""

    def __init__(self, pole: Pole) -> None:
        self.pole = pole
        self.numbers: dict[tuple[str, str], int] = {}
        self.names: dict[str, int] = {}
        self.seen: set[tuple[str, Any]] = set()
        self.fields = {one.code: one for one in ActivityField.objects.all()}
        self._new: list[tuple[dict[Any, int], Any]] = []
        for one in pole.structures.filter(name_is_established=True):
            self.learn(one)
        self._new.clear()

    def learn(self, structure: Structure) -> None:
        """Know one more structure, by its name and its numbers."""
        keys: list[tuple[Any, Any]] = [(self.names, slugify(structure.name))]
        keys += [(self.numbers, (name, getattr(structure, name))) for name in ("siret", "rna", "siren")]
        for index, key in keys:
            blank = not key or (isinstance(key, tuple) and not key[1])
            if not blank and key not in index:
                index[key] = structure.pk
                self._new.append((index, key))

    def forget_new(self) -> None:
        """Forget what a line that was only tried had made known."""
        for index, key in self._new:
            index.pop(key, None)
        self._new.clear()

    def structure(self, entry: Entry, name: str = "name") -> Structure | None:
        """Return the structure that an entry means: by its number, else by its name, capitals and accents aside."""
        by_number = next(
            (
                (code, self.numbers[code, entry[code]])
                for code in ("siret", "rna", "siren")
                if (code, entry.get(code)) in self.numbers
            ),
            None,
        )
        by_name = self.names.get(slugify(entry.get(name, "")))
        if by_number and by_name and by_number[1] != by_name:
            raise NumberOfAnother(field=by_number[0])
        found = by_number[1] if by_number else by_name
        return Structure.objects.select_related("pole").get(pk=found) if found else None

    def once(self, kind: str, key: Any, field_named: str) -> None:
        """Refuse the second line on the same one."""
        if (kind, key) in self.seen:
            raise LineTwice(field=field_named)
        self.seen.add((kind, key))


def told(structure: Structure) -> dict[str, Any]:
    """Return what a structure says, as it is compared and kept."""
    said = {
        name: getattr(structure, name) for name in (*DESCRIBED, *IDENTIFIED) if name not in {"fields", "goals", "tags"}
    }
    said["fields"] = sorted(one.code for one in structure.fields.all())
    said["goals"] = sorted(str(one.pk) for one in structure.goals.all())
    said["tags"] = sorted(one.words for one in structure.tags.all())
    return said | told_capacities(structure)


def say_again(structure: Structure, entry: Entry, fields: dict[str, ActivityField], by: Actor, at: datetime) -> None:
    """Describe and identify a structure by an entry; what the entry does not speak of stays as it is."""
    say_capacities_again(structure, entry, by, at)
    now = {name: getattr(structure, name) for name in (*DESCRIBED, *IDENTIFIED)}
    now |= {"fields": list(structure.fields.all()), "goals": list(structure.goals.all())}
    now["tags"] = [one.words for one in structure.tags.all()]
    said = {name: value for name, value in entry.items() if name in now}
    if "fields" in said:
        said["fields"] = [fields[code] for code in said["fields"]]
    if said.keys() & set(DESCRIBED):
        describe_structure(structure=structure, **{name: said.get(name, now[name]) for name in DESCRIBED}, by=by, at=at)
    if said.keys() & set(IDENTIFIED):
        identify_structure(
            structure=structure, **{name: said.get(name, now[name]) for name in IDENTIFIED}, by=by, at=at
        )


def write_structure(known: Known, row: TableRow, by: Actor, at: datetime) -> Written:
    """Enter a structure, or bring the one that is known up to date; write how it takes part where the line says so."""
    structure = known.structure(row.entry)
    known.once("name", slugify(row.entry["name"]), "name")
    is_new = structure is None
    if structure is None:
        structure = add_structure(pole=known.pole, name=row.entry["name"], by=by, at=at)
    else:
        known.once("structure", structure.pk, "name")
    before = told(structure)
    wanted = {name: sorted(value) if isinstance(value, list) else value for name, value in row.entry.items()}
    differs = {
        name: row.entry[name] for name, value in wanted.items() if name in before and _is_other(before[name], value)
    }
    if not is_new and slugify(differs.get("name", "")) == slugify(structure.name):
        differs.pop("name", None)  # the same name in other capitals is not another name
    say_again(structure, differs, known.fields, by, at)
    after = told(structure)
    changes = {name: [None if is_new else before[name], after[name]] for name in after if before[name] != after[name]}
    if is_new:
        changes["name"] = [None, structure.name]
    also = take_part(structure, row.entry, by, at) | count_people(structure, row.entry, by, at)
    known.learn(structure)
    changed = bool(changes) or bool(also)
    state = RowState.NEW if is_new else RowState.CHANGES if changed else RowState.SAME
    return Written(state, "structure", structure.pk, changes, also)


def _is_other(before: Any, value: Any) -> bool:
    """Say whether a cell says something else: a spreadsheet runs the lines of a text together, its words stay."""
    if isinstance(before, str) and isinstance(value, str):
        return before.split() != value.split()
    return bool(before != value)


def take_part(structure: Structure, entry: Entry, by: Actor, at: datetime) -> dict[str, Any]:
    """Write how a structure takes part; a period that is known already is not written twice, only its end may be."""
    if not entry.keys() & {"kind", "from_on", "until_on"}:
        return {}
    if "kind" not in entry:
        raise KindMissing(field="kind")
    same = _period_known(structure, entry, timezone.localdate(at))
    if same is None and not entry.keys() & {"from_on", "usual_day"}:
        raise BeginningMissing(field="from_on")
    until = entry.get("until_on")
    if same is None:
        period: dict[str, Any] = {name: entry.get(name) for name in ("kind", "until_on", "surface_m2")}
        period["from_on"] = entry.get("from_on") or entry["usual_day"]
        return {"membership": admit_structure(structure=structure, **period, by=by, at=at).pk}
    if until and until != same.until_on:
        ended = [same.pk, same.until_on.isoformat() if same.until_on else None, until.isoformat()]
        end_membership(membership=same, until_on=until, by=by, at=at)
        return {"ended": ended}
    return {}


def _period_known(structure: Structure, entry: Entry, today: date) -> Membership | None:
    """Return the period that an entry is about; without its first day, the one that runs today in the same way."""
    periods = structure.memberships.filter(kind=entry["kind"])
    if "from_on" in entry:
        return periods.filter(from_on=entry["from_on"]).first()
    return periods.on(today).first()


def write_membership(known: Known, row: TableRow, by: Actor, at: datetime) -> Written:
    """Write how a structure that is known takes part."""
    structure = known.structure(row.entry)
    if structure is None:
        raise StructureUnknown(field="name")
    if "kind" not in row.entry:
        raise KindMissing(field="kind")
    also = take_part(structure, row.entry, by, at)
    return Written(RowState.CHANGES if also else RowState.SAME, "structure", structure.pk, {}, also)


__all__ = ["Known", "Membership", "Written", "say_again", "told"]
