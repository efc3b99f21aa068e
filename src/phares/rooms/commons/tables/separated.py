"""Text files: values apart by a semicolon, a comma or a tab, whichever makes the most regular table."""

import csv
import io
from collections import Counter

from phares.rooms.commons.tables.encodings import decoded
from phares.rooms.commons.tables.sheet import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Formula,
    Sheet,
    TableCut,
    TableEmpty,
    TableTooLarge,
    Value,
    as_value,
    trimmed,
)

SEPARATORS = ";,\t"
A_LOOK = 60  # lines read to see which separator it is


def read_separated(content: bytes) -> Book:
    """Return the table of a text file."""
    text, encoding = decoded(content)
    if not text.strip():
        raise TableEmpty
    separator = _separator(text)
    rows = _rows(text, separator)
    _refuse_cut(text, rows)
    values = trimmed([[_value(cell) for cell in row] for row in rows])
    return Book([Sheet("", values)], {"encoding": encoding, "separator": separator})


def _separator(text: str) -> str:
    """Return the sign that gives the same number of columns on the most lines; the one with more columns wins a tie."""
    lines = text.splitlines()[:A_LOOK]

    def regular(separator: str) -> tuple[int, int]:
        widths = Counter(line.count(separator) for line in lines if line.strip())
        width, times = max(widths.items(), key=lambda item: (item[0] > 0, item[1], item[0]))
        return (times if width else 0, width)

    return max(SEPARATORS, key=regular)


def _rows(text: str, separator: str) -> list[list[str]]:
    """Return the rows; a quote that is never closed swallows the rest: such a file was cut."""
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            rows.append(row)
            if len(rows) > 2 * MOST_ROWS or len(row) > 10 * MOST_COLUMNS:
                raise TableTooLarge
    except csv.Error as error:
        raise (TableTooLarge if "field larger" in str(error) else TableCut) from error
    return rows


def _refuse_cut(text: str, rows: list[list[str]]) -> None:
    """Refuse a file whose last line stops before the others do, without the end that every program writes."""
    widths = [len(row) for row in rows if any(cell.strip() for cell in row)]
    all_alike = len(widths) > 3 and len(set(widths[1:-1])) == 1
    if all_alike and widths[-1] < widths[1] and not text.endswith(("\n", "\r")):
        raise TableCut


def _value(cell: str) -> Value:
    """Return a cell's value; one that begins as a formula does is none, since nothing here computes."""
    if len(cell) > LONGEST_CELL:
        raise TableTooLarge
    return Formula() if cell.lstrip().startswith("=") else as_value(cell)
