"""Workbooks, XLSX and ODS: looked through part by part, then read by calamine; of a formula, the value kept."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from phares.rooms.commons.tables.extents import sheets_of_ods, sheets_of_xlsx
from phares.rooms.commons.tables.parts import BROKEN, Extent, looked_through, xml_is_plain
from phares.rooms.commons.tables.sheet import (
    Book,
    Formula,
    NotATable,
    Row,
    Sheet,
    TableCut,
    TableEmpty,
    TableLocked,
    as_value,
    trimmed,
)

MOST_SHEETS = 50
_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")
ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def read_workbook(content: bytes) -> Book:
    """Return the sheets of a workbook that have something in them."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise TableCut from error
    with archive:
        looked_through(archive)
        extents = _kind_of(archive)
        xml_is_plain(archive)
        found = extents(archive)
    sheets = [Sheet(name, trimmed(_rows(rows, found.get(name) or Extent()))) for name, rows in _read(content)]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise TableEmpty
    return Book(filled)


def _kind_of(archive: zipfile.ZipFile) -> Callable[[zipfile.ZipFile], dict[str, Extent]]:
    """Return what goes through the sheets of this kind of workbook; raise for any other ZIP."""
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return sheets_of_xlsx
    if "mimetype" in names and archive.read("mimetype").strip() == ODS and "content.xml" in names:
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise TableLocked
        return sheets_of_ods
    raise NotATable


def _read(content: bytes) -> list[tuple[str, list[list[Any]]]]:
    """Return each sheet's rows as calamine reads them."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names[:MOST_SHEETS]
        return [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names]
    except CalamineError as error:
        raise (TableLocked if "assword" in str(error) else TableCut) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # what calamine's own language raises is no Exception
            raise TableCut from error
        raise


def _rows(rows: list[list[Any]], extent: Extent) -> list[Row]:
    """Return rows of our values: bare formulas named, merged cells filled downwards."""
    found = [[_value(cell) for cell in row] for row in rows]
    for row, column in extent.bare_formulas:
        if row < len(found) and column < len(found[row]):
            found[row][column] = Formula()
    for top, left, bottom, _right in extent.merged:
        for row in range(top + 1, min(bottom + 1, len(found))):
            if left < len(found[row]) and found[row][left] is None:
                found[row][left] = found[top][left]
    return found


def _value(cell: Any) -> Any:
    """Return a cell's value; a formula's error is no value."""
    if isinstance(cell, str) and _ERROR.fullmatch(cell.strip()):
        return Formula()
    return as_value(cell)
