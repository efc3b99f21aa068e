"""One line of a table of people: who is made known, and for whom they act."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models.table_import import RowState
from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.actions.people import give_mandate, register_person
from phares.rooms.directory.actions.table_rows import Known, StructureUnknown, Written
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, Pole, Structure
from phares.rooms.directory.table_rows import Entry, TableRow

FOR_THE_POLE = frozenset({"coordinator", "comanager", "treasurer", "mediator", "resident"})


class RoleOfStructure(Refusal):
    """The role acts for a structure."""

    sentence = _("Ce rôle s’exerce pour une structure : dites laquelle.")


def write_person(known: Known, row: TableRow, by: Actor, at: datetime) -> Written:
    """Make a person known, and give them the mandate that the line tells; nobody known by mail or name is doubled."""
    names = _names(row.entry)
    structure = _acted_for(known, row.entry)
    role = _role(row.entry.get("role", ""), structure)
    who = row.entry.get("email") or slugify(" ".join(names))
    said_by = "email" if "email" in row.entry else "given_name"
    known.once("mandate", (who, structure.pk if structure else None, role), said_by)  # several mandates, several lines
    person, is_new = _person(known.pole, row.entry, names, by, at)
    given: dict[str, Any] = {"pole": known.pole, "role": role, "structure": structure}
    held = Mandate.objects.on(row.entry.get("from_on") or timezone.localdate(at)).filter(person=person, **given).first()
    also: dict[str, Any] = {}
    if held is None:
        period: dict[str, Any] = {
            "from_on": row.entry.get("from_on") or timezone.localdate(at),
            "until_on": row.entry.get("until_on"),
        }
        also["mandate"] = give_mandate(person=person, **given, **period, by=by, at=at).pk
    changes = {name: [None, value] for name, value in row.entry.items() if is_new and isinstance(value, str)}
    state = RowState.NEW if is_new else RowState.CHANGES if also else RowState.SAME
    return Written(state, "person", person.pk, changes, also)


def _acted_for(known: Known, entry: Entry) -> Structure | None:
    """Return the structure that a line names; nothing where it names none, or the pole itself."""
    named = entry.get("structure", "")
    structure = known.structure(entry, "structure") if named else None
    if named and structure is None and slugify(named) != slugify(known.pole.name):
        raise StructureUnknown(field="structure")
    return structure


def _role(said: str, structure: Structure | None) -> str:
    """Return the role that a line gives; who keeps the accounts of an association does not keep the pole's.

    Beside a structure, the name of a role of the pole is only what somebody does there: the mandate is a member's.
    """
    if structure is None:
        if said and said not in FOR_THE_POLE:
            raise RoleOfStructure(field="role")
        return said or "resident"
    return "member" if said in FOR_THE_POLE else said or "representative"


def _names(entry: Entry) -> tuple[str, str]:
    """Return given and family name; of one cell, capitals are the family's, else what follows the first word."""
    if "given_name" in entry or "family_name" in entry:
        return entry.get("given_name") or entry.get("family_name", ""), entry.get(
            "family_name", ""
        ) if "given_name" in entry else ""
    words = entry.get("full_name", entry.get("email", "").partition("@")[0]).split()
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if capitals and len(capitals) < len(words):
        return " ".join(word for word in words if word not in capitals), " ".join(capitals).title()
    return words[0], " ".join(words[1:])


def _person(pole: Pole, entry: Entry, names: tuple[str, str], by: Actor, at: datetime) -> tuple[Person, bool]:
    """Return the person that a line means, and whether they were made known by it."""
    given, family = names
    if mail := entry.get("email"):
        found = Person.objects.filter(email__iexact=mail).first()
    else:
        same = Person.objects.filter(mandates__pole=pole, given_name__iexact=given, family_name__iexact=family)
        found = same.order_by("pk").first()
    if found is not None:
        return found, False
    said = {
        "given_name": given[:80],
        "family_name": family[:80],
        "email": mail or None,
        "phone": entry.get("phone", ""),
    }
    return register_person(pole=pole, **said, by=by, at=at), True
