"""The register as a table that a spreadsheet opens: no cell begins a formula, nothing is there that the page hides."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from phares.rooms.cooperation.queries.cooperations import RegisterLine

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Cell = str | int | float | date | None
Table = list[list[Cell]]


def table(lines: Sequence[RegisterLine], today: date) -> Table:
    """Return the heads and one row a cooperation; what stays between the parties is left empty."""
    heads: list[Cell] = [
        _("Coopération"),
        _("Entre"),
        _("Ce qu’on fait ensemble"),
        _("Famille"),
        _("Où elle en est"),
        _("Signée le"),
        _("Terminée le"),
        _("Durée en jours"),
        _("Dernier fait noté"),
        _("Promesses"),
        _("Promesses tenues"),
        _("Heures"),
        _("Argent en euros"),
    ]
    return [heads, *(_row(line, today) for line in lines)]


def _row(line: RegisterLine, today: date) -> list[Cell]:
    one = line.cooperation
    return [
        one.title,
        ", ".join(line.parties),
        line.tie,
        line.family,
        str(one.get_state_display()),
        line.started_on,
        one.ended_on,
        line.days(today),
        line.last_fact_on,
        line.promised,
        line.kept if line.promised is not None else None,
        None if line.minutes is None else round(line.minutes / 60, 2),
        None if line.cents is None else line.cents / 100,
    ]


def safe(cell: Cell) -> Cell:
    """Return a text that no spreadsheet takes for a formula; numbers and days stay what they are."""
    return f"\u2019{cell}" if isinstance(cell, str) and cell.startswith(BEGINS_FORMULA) else cell


def as_csv(rows: Table) -> tuple[bytes, str]:
    """Return the table as CSV, in UTF-8 with its mark, so that spreadsheets read accents."""
    written = io.StringIO()
    csv.writer(written).writerows([["" if cell is None else _plain(safe(cell)) for cell in row] for row in rows])
    return written.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8"


def _plain(cell: Cell) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def as_xlsx(rows: Table) -> tuple[bytes, str]:
    """Return the table as a workbook of one sheet; texts are written as texts whatever they begin with."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, day, bold = (
        book.add_worksheet(),
        book.add_format({"num_format": "yyyy-mm-dd"}),
        book.add_format({"bold": True}),
    )
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            _write(sheet, number, place, safe(cell), day, bold if number == 0 else None)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 1, 40)
    sheet.set_column(2, len(rows[0]) - 1, 20)
    book.close()
    return kept.getvalue(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _write(sheet: Any, row: int, column: int, cell: Cell, day: Any, style: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    elif cell is not None:
        sheet.write_number(row, column, cell)


WRITERS: dict[str, Callable[[Table], tuple[bytes, str]]] = {"csv": as_csv, "xlsx": as_xlsx}
