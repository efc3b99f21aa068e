"""Reads of imports: the tables of a pole, one with its lines, and where each entry of a structure came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet
from rapidfuzz import fuzz

from phares.rooms.commons.models import Backup, ImportedRow, TableImport
from phares.rooms.commons.models.table_import import ImportState, RowState
from phares.rooms.commons.search import search_words
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Membership, Pole, Structure
from phares.rooms.directory.permissions import visible_structures

NEARBY = 92  # of 100: « L’Établi (atelier) » may be « L’Établi », « La Matériauthèque » is not « La Bricothèque »


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


def structures_to_take(actor: Actor, pole: Pole) -> QuerySet[Structure]:
    """Return every structure of the pole whose name is known, with all that a table says of it."""
    found = visible_structures(actor, pole).filter(name_is_established=True)
    return found.prefetch_related("fields", "tags", "capacities", "sizes", "field_visibilities").order_by("name", "pk")


def mandates_to_take(pole: Pole, day: date) -> QuerySet[Mandate]:
    """Return the mandates that hold or will hold, but those of a residents' group, which no table brings."""
    held = Mandate.objects.still(day).filter(pole=pole, group=None)
    return held.select_related("person", "structure").order_by("person__family_name", "person__given_name", "pk")


def memberships_to_take(pole: Pole) -> QuerySet[Membership]:
    """Return every period of the structures whose name is known."""
    found = Membership.objects.filter(structure__pole=pole, structure__name_is_established=True)
    return found.select_related("structure").order_by("structure__name", "from_on", "pk")


def names_nearby(lines: Iterable[ImportedRow], pole: Pole) -> dict[int, str]:
    """Return, for each line that would enter a new structure, the known name that it may be under other words."""
    new = [line for line in lines if line.state == RowState.NEW and line.label]
    if not new:
        return {}
    names = {name: " ".join(search_words(name)) for name in pole.structures.values_list("name", flat=True)}
    found: dict[int, str] = {}
    for line in new:
        said = " ".join(search_words(line.label))
        near, score = max(
            ((name, fuzz.token_set_ratio(said, plain)) for name, plain in names.items()),
            key=lambda pair: pair[1],
            default=("", 0.0),
        )
        if score >= NEARBY:
            found[line.pk] = near
    return found


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
