"""Acts on tables: bringing one, saying what its columns are, trying its lines, writing them all at once."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons import due
from phares.rooms.commons.journal import publish
from phares.rooms.commons.models import ImportedRow, TableImport
from phares.rooms.commons.models.table_import import ImportState, RowState
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.tables.cells import kept, rows_kept
from phares.rooms.commons.tables.headers import header_of, matched
from phares.rooms.commons.tables.reading import read_table
from phares.rooms.commons.tables.sheet import LARGEST_FILE
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actions.table_people import write_person
from phares.rooms.directory.actions.table_rows import Known, Written, write_membership, write_structure
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.table_columns import SUBJECTS
from phares.rooms.directory.table_rows import CellError, TableRow

__all__ = ["LARGEST_FILE"]
FORGET_TABLE = "forget_table"
KEPT_FOR = timedelta(days=30)
AT_ONCE = 150  # lines; more are tried and written by the worker
MOST_LINES = 2_000
Writer = Callable[[Known, TableRow, Actor, datetime], Written]
WRITERS: dict[str, Writer] = {
    "structures": write_structure,
    "memberships": write_membership,
    "people": write_person,
}


class TooManyLines(Refusal):
    """One import would hold everybody else up for too long."""

    sentence = _("Ce tableau a plus de 2 000 lignes : faites-en plusieurs.")
    status = 422


class BadLines(Refusal):
    """Some lines cannot be taken."""

    sentence = _("Des lignes sont à corriger : corrigez le tableau, ou demandez à n’importer que les bonnes.")


class NotToBeWritten(Refusal):
    """The table was written already, or is being tried or written."""

    sentence = _("Ce tableau a déjà été importé, ou il est en train de l’être.")


@transaction.atomic
def bring_table(*, pole: Pole, subject: str, name: str, content: bytes, by: Actor, at: datetime) -> TableImport:
    """Read a table and guess where its columns are named and which of ours they are; nothing of it is written yet."""
    require(permissions.can_keep_directory(by, pole))
    book = read_table(content)
    columns = SUBJECTS[subject].columns
    guesses = [(header_of(sheet.rows, columns), sheet) for sheet in book.sheets]
    places = [matched(sheet.rows[header], columns) for header, sheet in guesses]
    best = max(range(len(places)), key=lambda place: (len(places[place]), -place))
    table = TableImport.objects.create(
        pole_id=pole.pk,
        subject=subject,
        file_name=name[-150:],
        sha256=hashlib.sha256(content).hexdigest(),
        understood=book.understood,
        sheets=kept(book),
        sheet=best,
        header=guesses[best][0],
        columns={str(place): code for place, code in places[best].items()},
        brought_by_id=by.person_id,
        brought_at=at,
    )
    _begin_check(table)
    due.schedule(FORGET_TABLE, table.pk, at + KEPT_FOR)
    publish(events.TableBrought(pole.pk, table.pk), by=by, at=at)
    return table


@transaction.atomic
def choose_columns(
    *,
    table: TableImport,
    pole: Pole,
    sheet: int,
    header: int,
    columns: dict[str, str],
    usual_day: date | None = None,
    by: Actor,
    at: datetime,
) -> TableImport:
    """Say where the table says what, and since when where a line does not say it.

    Where the sheet or the line of names is another, columns are guessed anew.
    """
    require(permissions.can_keep_directory(by, pole) and table.pole_id == pole.pk)
    table = TableImport.objects.select_for_update().get(pk=table.pk)
    if table.state not in {ImportState.CHECKED, ImportState.CHECKING}:
        raise NotToBeWritten
    ours = SUBJECTS[table.subject].columns
    rows = rows_kept(table, sheet)
    if sheet != table.sheet:
        header = header_of(rows, ours)
    if (sheet, header) != (table.sheet, table.header):
        columns = {str(place): code for place, code in matched(rows[header], ours).items()}
    table.sheet, table.header, table.columns, table.usual_day = sheet, header, columns, usual_day
    _begin_check(table)
    return table


def _begin_check(table: TableImport) -> None:
    """Make the table ready to be tried."""
    table.total = max(len(rows_kept(table, table.sheet)) - table.header - 1, 0)
    if table.total > MOST_LINES:
        raise TooManyLines(field="table")
    table.state, table.checked, table.trouble = ImportState.CHECKING, 0, ""
    table.save()
    table.lines.all().delete()


def try_lines(*, table: TableImport, pole: Pole, rows: Iterable[TableRow], by: Actor, at: datetime) -> TableImport:
    """Try each line by the very acts that would write it, undo it, and keep what it would do or why it cannot."""
    require(permissions.can_keep_directory(by, pole) and table.pole_id == pole.pk)
    known = Known(pole)
    tried = []
    for row in rows:
        with transaction.atomic():
            tried.append(_line(table, row, _attempt(known, table, row, by, at)))
            transaction.set_rollback(True)
        known.forget_new()
        if len(tried) % 25 == 0:
            TableImport.objects.filter(pk=table.pk).update(checked=row.number - table.header - 1)
    with transaction.atomic():
        table.lines.all().delete()
        ImportedRow.objects.bulk_create(tried, batch_size=200)
        table.state, table.checked = ImportState.CHECKED, table.total
        table.save(update_fields=["state", "checked"])
    return table


@transaction.atomic
def write_table(
    *, table: TableImport, pole: Pole, rows: Iterable[TableRow], only_good: bool, by: Actor, at: datetime
) -> TableImport:
    """Write every line in the directory, or the good ones alone where that is asked; all of them together or none."""
    require(permissions.can_keep_directory(by, pole) and table.pole_id == pole.pk)
    table = TableImport.objects.select_for_update().get(pk=table.pk)
    if table.state not in {ImportState.CHECKED, ImportState.WRITING}:
        raise NotToBeWritten
    known = Known(pole)
    written = [_line(table, row, _attempt(known, table, row, by, at)) for row in rows]
    bad = sum(line.state == RowState.BAD for line in written)
    if bad and not only_good:
        raise BadLines
    table.lines.all().delete()
    ImportedRow.objects.bulk_create(written, batch_size=200)
    table.state, table.written_at = ImportState.WRITTEN, at
    table.sheets = table.sheets if bad else []  # what was taken is in the directory; what was not can be looked at
    table.save()
    publish(events.TableWritten(pole.pk, table.pk), by=by, at=at)
    return table


@transaction.atomic
def begin_writing(*, table: TableImport, pole: Pole, by: Actor, at: datetime) -> TableImport:
    """Say that a long table is about to be written by the worker, so that nobody asks for it twice."""
    require(permissions.can_keep_directory(by, pole) and table.pole_id == pole.pk)
    table = TableImport.objects.select_for_update().get(pk=table.pk)
    if table.state != ImportState.CHECKED:
        raise NotToBeWritten
    table.state, table.trouble = ImportState.WRITING, ""
    table.save(update_fields=["state", "trouble"])
    return table


def _attempt(known: Known, table: TableImport, row: TableRow, by: Actor, at: datetime) -> Written:
    """Write one line by the acts of the pages, or return what refuses it; a refused line leaves nothing."""
    if row.errors:
        return Written(errors=list(row.errors))
    try:
        with transaction.atomic():
            return WRITERS[table.subject](known, row, by, at)
    except Refusal as refusal:
        code = refusal.field or ""
        value = str(row.entry.get(code, ""))
        return Written(errors=[CellError(row.headers.get(code, ""), value[:80], str(refusal.sentence))])


def _line(table: TableImport, row: TableRow, done: Written) -> ImportedRow:
    """Return what is kept of a line."""
    return ImportedRow(
        table=table,
        number=row.number,
        label=row.label,
        state=RowState.BAD if done.errors else done.state,
        errors=[error.told() for error in done.errors],
        changes=done.changes,
        subject=done.subject,
        subject_id=done.subject_id,
        also=done.also,
    )


def forget_table(table_id: int, at: datetime) -> None:
    """A month later, keep where each value came from, and forget the values themselves; a table never written goes."""
    table = TableImport.objects.filter(pk=table_id).first()
    if table is None:
        return
    if table.written_at is None:
        table.delete()
        return
    TableImport.objects.filter(pk=table.pk).update(sheets=[])
    for line in table.lines.all():
        bare: dict[str, Any] = dict.fromkeys(line.changes)
        table.lines.filter(pk=line.pk).update(changes=bare, errors=[])
