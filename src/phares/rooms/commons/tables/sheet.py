"""A sheet: rows of values under their own numbers, as the file shows them; and why a file cannot be read."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal

MOST_ROWS = 5_001  # five thousand lines, and the one that names the columns
MOST_COLUMNS = 120
LONGEST_CELL = 5_000
LARGEST_FILE = 10_000_000


@dataclass(frozen=True)
class Formula:
    """A cell that holds a formula and no value that was kept with it: there is nothing to read, nothing is computed."""


Value = str | int | float | bool | date | Formula | None
Row = list[Value]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file; row 1 is the first line that the reader sees in their own program."""

    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Book:
    """What was read: its sheets, and how a text file had to be understood."""

    sheets: list[Sheet]
    understood: dict[str, Any] = field(default_factory=dict)


class TableRefused(Refusal):
    """The file cannot be read as a table."""

    status = 422

    def __init__(self, sentence: Any = None, **said: Any) -> None:
        super().__init__(str(sentence or self.sentence) % said if said else sentence, field="table")


class NotATable(TableRefused):
    """The content is of another kind than its name may say."""

    sentence = _("Ce fichier n’est pas un tableau : apportez un fichier CSV, XLSX ou ODS.")


class TableEmpty(TableRefused):
    """There is nothing in it."""

    sentence = _("Ce fichier ne contient aucune ligne.")


class TableTooLarge(TableRefused):
    """The file passes what we read at once."""

    sentence = _(
        "Ce tableau est trop grand : 10 Mo, 5 000 lignes et 120 colonnes au plus. "
        "Gardez l’essentiel, ou faites-en plusieurs."
    )


class TableCut(TableRefused):
    """The file stops half-way."""

    sentence = _("Ce fichier a été coupé en chemin : enregistrez-le à nouveau, puis rapportez-le.")


class TableLocked(TableRefused):
    """The workbook asks for a password."""

    sentence = _("Ce classeur est protégé par un mot de passe : enregistrez-le sans mot de passe.")


class OldWorkbook(TableRefused):
    """A workbook of the format that Excel wrote before 2007."""

    sentence = _("Ce classeur est dans un ancien format (.xls) : enregistrez-le en .xlsx ou en .ods.")


class TableUnsafe(TableRefused):
    """The file is built so as to harm whoever opens it, or by a program that is very wrong."""

    sentence = _("Ce classeur contient ce qu’aucun tableur n’écrit : enregistrez-le à nouveau depuis votre tableur.")


class EncodingUnknown(TableRefused):
    """The letters cannot be read."""

    sentence = _("Les accents de ce fichier ne peuvent pas être lus : enregistrez-le en « CSV UTF-8 ».")


def as_value(found: Any) -> Any:
    """Return a cell's value as one of ours: a moment is its day, a whole number no fraction, a text no blank around."""
    match found:
        case Formula() | bool() | None:
            return found
        case datetime():
            return found.date()
        case time() | timedelta():
            return str(found)
        case float() if found.is_integer() and abs(found) < 1e15:
            return int(found)
        case str():
            return " ".join(found.replace("\u00a0", " ").replace("\u202f", " ").split())[:LONGEST_CELL] or None
        case _:
            return found


def trimmed(rows: list[Row]) -> list[Row]:
    """Return rows without the empty ones at the end and without the columns that no row fills."""
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    width = max((index + 1 for row in rows for index, value in enumerate(row) if value is not None), default=0)
    if len(rows) > MOST_ROWS or width > MOST_COLUMNS:
        raise TableTooLarge
    return [(row + [None] * width)[:width] for row in rows]
