"""Taking a whole import back: each line as it was before, but those that somebody has changed or used since."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons.journal import publish
from phares.rooms.commons.models import ImportedRow, TableImport
from phares.rooms.commons.models.table_import import ImportState, RowState
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actions.table_parts import uncount_people
from phares.rooms.directory.actions.table_rows import say_again, told
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import (
    ActivityField,
    Capacity,
    Mandate,
    Membership,
    Person,
    Pole,
    SearchWord,
    Structure,
    Tag,
)
from phares.rooms.directory.table_columns import SUBJECTS

OWN_PARTS: frozenset[type[models.Model]]
OWN_PARTS = frozenset({Capacity, Tag, SearchWord, Structure.fields.through, Structure.goals.through})


class NothingToUndo(Refusal):
    """The table was not written, or its values are forgotten."""

    sentence = gettext_lazy("Cet import ne peut plus être défait : il ne l’est que pendant trente jours.")


@transaction.atomic
def undo_table(*, table: TableImport, pole: Pole, by: Actor, at: datetime) -> TableImport:
    """Take back what a table wrote, line by line from the last; a line changed or used since stays, and says why."""
    require(permissions.can_keep_directory(by, pole) and table.pole_id == pole.pk)
    table = TableImport.objects.select_for_update().get(pk=table.pk)
    if table.state != ImportState.WRITTEN or not can_be_undone(table):
        raise NothingToUndo
    fields = {one.code: one for one in ActivityField.objects.all()}
    for line in table.lines.exclude(state__in=[RowState.BAD, RowState.SAME]).order_by("-number"):
        line.kept_because = _taken_back(table, line, fields, by, at)[:200]
        line.state = line.state if line.kept_because else RowState.UNDONE
        line.save(update_fields=["kept_because", "state"])
    table.state, table.undone_at = ImportState.UNDONE, at
    table.save(update_fields=["state", "undone_at"])
    publish(events.TableUndone(pole.pk, table.pk), by=by, at=at)
    return table


def can_be_undone(table: TableImport) -> bool:
    """Say whether the values that were there before are still kept."""
    lines = table.lines.exclude(state__in=[RowState.BAD, RowState.SAME])
    return all(None not in (line.changes or {"": [None]}).values() for line in lines)


def _taken_back(
    table: TableImport, line: ImportedRow, fields: dict[str, ActivityField], by: Actor, at: datetime
) -> str:
    """Take one line back; return why it stays, nothing where it went."""
    try:
        with transaction.atomic():
            back = _person_back if line.subject == "person" else _structure_back
            _stay_if(back(table, line, fields, by, at))
    except _Stays as stays:
        return stays.why
    except ProtectedError:
        return _("D’autres pages en parlent déjà.")
    except Refusal as refusal:
        return str(refusal.sentence)
    return ""


class _Stays(Exception):
    """A line stays as it is."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def _stay_if(why: str) -> None:
    """Undo what was begun of a line where there is a reason for it to stay."""
    if why:
        raise _Stays(why)


def _structure_back(
    table: TableImport, line: ImportedRow, fields: dict[str, ActivityField], by: Actor, at: datetime
) -> str:
    """Say a structure as it was before; one that the table had entered goes, where nothing else speaks of it."""
    structure = Structure.objects.filter(pk=line.subject_id or 0).first()
    if structure is None:
        return _("Elle n’est plus dans l’annuaire.")
    now = told(structure)
    changed = [name for name, (_before, after) in line.changes.items() if now.get(name) != after]
    if changed:
        return _("Changée depuis : %(what)s.") % {"what": ", ".join(_called(table, name) for name in changed)}
    if why := _membership_back(line.also):
        return why
    if not uncount_people(line.also):
        return _("Le nombre de personnes a changé depuis.")
    if line.state == RowState.NEW:
        if _is_spoken_of(structure, OWN_PARTS):
            return _("D’autres pages en parlent déjà.")
        structure.delete()
        return ""
    say_again(structure, {name: before for name, (before, _after) in line.changes.items()}, fields, by, at)
    return ""


def _membership_back(also: dict[str, Any]) -> str:
    """Take back a period that the table had written, or the end that it had given."""
    if pk := also.get("membership"):
        Membership.objects.filter(pk=pk).delete()
    if ended := also.get("ended"):
        pk, before, after = ended
        held = Membership.objects.filter(pk=pk, until_on=date.fromisoformat(after))
        if not held.update(until_on=date.fromisoformat(before) if before else None):
            return _("La fin de sa participation a changé depuis.")
    return ""


def _person_back(
    table: TableImport, line: ImportedRow, fields: dict[str, ActivityField], by: Actor, at: datetime
) -> str:
    """Take a mandate back, and the person whom the table had made known; somebody who has acted since stays."""
    mandate = Mandate.objects.filter(pk=line.also.get("mandate")).first()
    if mandate is not None:
        if _is_spoken_of(mandate, frozenset()):
            return _("Ce mandat a déjà servi.")
        mandate.delete()
    person = Person.objects.filter(pk=line.subject_id or 0).first()
    if line.state == RowState.NEW and person is not None:
        if person.last_login is not None or _is_spoken_of(person, frozenset()):
            return _("Cette personne s’est déjà servie du site, ou d’autres pages en parlent.")
        person.delete()
    return ""


def _is_spoken_of(thing: models.Model, own: frozenset[type[models.Model]]) -> bool:
    """Say whether any row elsewhere names this one, its own parts aside."""
    names = [relation for relation in thing._meta.related_objects if relation.related_model not in own]  # noqa: SLF001
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: thing}).exists()  # noqa: SLF001
        for relation in names
    )


def _called(table: TableImport, name: str) -> str:
    """Return what an entry is called on screen."""
    column = SUBJECTS[table.subject].column(name)
    return str(column.label) if column else name
