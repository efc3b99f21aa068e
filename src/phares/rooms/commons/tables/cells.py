"""Cells as they are kept between two pages: days and bare formulas survive being written as JSON."""

from datetime import date
from typing import Any

from phares.rooms.commons.models import TableImport
from phares.rooms.commons.tables.sheet import Book, Formula, Row, Value


def kept(book: Book) -> list[dict[str, Any]]:
    """Return the sheets of a book as they are kept."""
    return [
        {"name": sheet.name, "rows": [[_plain(value) for value in row] for row in sheet.rows]} for sheet in book.sheets
    ]


def rows_kept(table: TableImport, sheet: int) -> list[Row]:
    """Return the rows of a kept sheet."""
    if not 0 <= sheet < len(table.sheets):
        return []
    return [[_value(cell) for cell in row] for row in table.sheets[sheet]["rows"]]


def _plain(value: Value) -> Any:
    match value:
        case Formula():
            return {"formula": True}
        case date():
            return {"day": value.isoformat()}
        case _:
            return value


def _value(cell: Any) -> Value:
    match cell:
        case {"day": day}:
            return date.fromisoformat(day)
        case {"formula": _}:
            return Formula()
        case _:
            return cell  # type: ignore[no-any-return]
