"""Reads of imports: the tables of a pole, one with its lines, and where each entry of a structure came from."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from phares.rooms.commons.models import Backup, ImportedRow, TableImport
from phares.rooms.commons.models.table_import import ImportState, RowState
from phares.rooms.directory.models import Pole, Structure


def tables_of(pole: Pole) -> QuerySet[TableImport]:
    """Return the tables brought to this pole, the latest first, without their cells."""
    return TableImport.objects.filter(pole_id=pole.pk).select_related("brought_by").defer("sheets")


def table_numbered(pole: Pole, pk: int) -> TableImport | None:
    """Return a table of this pole."""
    return TableImport.objects.filter(pole_id=pole.pk, pk=pk).select_related("brought_by").first()


def line_counts(table: TableImport) -> dict[str, int]:
    """Return how many lines of each state the table has."""
    rows = table.lines.order_by().values("state").annotate(count=Count("pk"))
    return dict.fromkeys(RowState.values, 0) | {row["state"]: row["count"] for row in rows}


def bad_lines(table: TableImport) -> QuerySet[ImportedRow]:
    """Return the lines that cannot be taken."""
    return table.lines.filter(state=RowState.BAD)


def good_lines(table: TableImport) -> QuerySet[ImportedRow]:
    """Return the lines that can be taken, those without change last."""
    return table.lines.exclude(state=RowState.BAD).order_by("number")


def lines_that_stayed(table: TableImport) -> QuerySet[ImportedRow]:
    """Return the lines that could not be taken back."""
    return table.lines.exclude(kept_because="")


@dataclass(frozen=True)
class Origin:
    """Where an entry came from: which table, which line, when; and the entry's name among our columns."""

    entry: str
    table: TableImport
    number: int
    at: datetime


def origins_of(structure: Structure) -> list[Origin]:
    """Return, for each entry of a structure that a table has written, the last table that did."""
    lines = (
        ImportedRow.objects.filter(subject="structure", subject_id=structure.pk, table__state=ImportState.WRITTEN)
        .exclude(state=RowState.BAD)
        .select_related("table")
        .defer("table__sheets")
        .order_by("table__written_at", "number")
    )
    last: dict[str, Origin] = {}
    for line in lines:
        for entry in [*line.changes, *(["participation"] if line.also else [])]:
            last[entry] = Origin(entry, line.table, line.number, line.table.written_at or line.table.brought_at)
    return list(last.values())


def last_backup() -> Backup | None:
    """Return the last backup of the installation."""
    return Backup.objects.first()
