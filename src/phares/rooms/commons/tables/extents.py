"""Goes through the sheets of a workbook cell by cell: how far they reach, what is merged, bare formulas."""

import re
import zipfile

from phares.rooms.commons.tables.parts import Extent, Walk
from phares.rooms.commons.tables.sheet import TableCut, TableTooLarge

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def _place(reference: str) -> tuple[int, int]:
    """Return row and column, from 0, of a reference such as « B12 »."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        raise TableCut
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def sheets_of_xlsx(archive: zipfile.ZipFile) -> dict[str, Extent]:
    """Return the extent of each sheet of an XLSX workbook, by its name."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            names[attributes.get("name", "")] = attributes.get("id", "")

    if "xl/_rels/workbook.xml.rels" not in archive.namelist():
        raise TableCut
    Walk(relation).through(archive, "xl/_rels/workbook.xml.rels")
    Walk(sheet).through(archive, "xl/workbook.xml")
    parts = {name: _part(targets.get(key, "")) for name, key in names.items()}
    known = set(archive.namelist())
    walked = {part: XlsxSheet().walk(archive, part) for part in sorted(known) if part.startswith("xl/worksheets/sheet")}
    return {name: walked.get(part) or Extent() for name, part in parts.items()}


def _part(target: str) -> str:
    """Return the name of the part that a relation leads to."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


class XlsxSheet:
    """The walk through one sheet of an XLSX workbook."""

    def __init__(self) -> None:
        self.extent = Extent()
        self._at = (0, -1)
        self._in = ""
        self._has_formula = self._has_value = False

    def walk(self, archive: zipfile.ZipFile, part: str) -> Extent:
        """Return the extent of the sheet that this part holds."""
        Walk(self._begins, self._ends, self._says).through(archive, part)
        return self.extent

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        self._in = name
        if name == "row" and "r" in attributes:
            self._at = (_number(attributes["r"]) - 1, -1)
        elif name == "c":
            place = attributes.get("r")
            self._at = _place(place) if place else (self._at[0], self._at[1] + 1)
            self._has_formula = self._has_value = False
        elif name == "f":
            self._has_formula = True
        elif name == "mergeCell":
            first, _colon, last = attributes.get("ref", "").partition(":")
            self.extent.merge(*_place(first), *_place(last or first))

    def _says(self, text: str) -> None:
        if self._in in {"v", "t"} and text.strip():
            self._has_value = True

    def _ends(self, name: str) -> None:
        self._in = ""
        if name != "c":
            return
        if self._has_value or self._has_formula:
            self.extent.reach(*self._at)
        if self._has_formula and not self._has_value:
            self.extent.bare_formulas.add(self._at)


def _number(text: str) -> int:
    """Return a count written in a part; anything that no program writes is a broken part."""
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise TableCut
    return int(text)


def sheets_of_ods(archive: zipfile.ZipFile) -> dict[str, Extent]:
    """Return the extent of each sheet of an ODS workbook, by its name."""
    walk = OdsContent()
    Walk(walk.begins, walk.ends, walk.says).through(archive, "content.xml")
    return walk.extents


class OdsContent:
    """The walk through all the sheets of an ODS workbook, where a repeated row or cell is written once."""

    def __init__(self) -> None:
        self.extents: dict[str, Extent] = {}
        self._extent = Extent()
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._formula = self._value = False
        self._cell_depth = self._note_depth = 0

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what an element says of the place."""
        if name == "table":
            self._extent = self.extents.setdefault(attributes.get("name", ""), Extent())
            self._row = 0
        elif name == "table-row":
            self._column, self._rows = 0, _number(attributes.get("number-rows-repeated", "1"))
        elif name in {"table-cell", "covered-table-cell"}:
            self._columns = _number(attributes.get("number-columns-repeated", "1"))
            self._formula, self._value = "formula" in attributes, "value-type" in attributes
            self._cell_depth += 1
            self._merge(attributes)
        elif name == "annotation":
            self._note_depth += 1

    def _merge(self, attributes: dict[str, str]) -> None:
        """Note the rectangle that a cell spans."""
        rows = _number(attributes.get("number-rows-spanned", "1"))
        columns = _number(attributes.get("number-columns-spanned", "1"))
        if rows > 1 or columns > 1:
            self._extent.merge(self._row, self._column, self._row + rows - 1, self._column + columns - 1)

    def says(self, text: str) -> None:
        """Take a cell that shows a text, its comments aside, as filled."""
        if self._cell_depth and not self._note_depth and text.strip():
            self._value = True

    def ends(self, name: str) -> None:
        """Go on to the next cell or row."""
        if name == "annotation":
            self._note_depth -= 1
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell_depth -= 1
            if self._value or self._formula:
                self._extent.reach(self._row + self._rows - 1, self._column + self._columns - 1)
            if self._formula and not self._value:
                self._extent.bare_formulas.add((self._row, self._column))
            self._column += self._columns
        elif name == "table-row":
            self._row += self._rows
            if self._row > 2_000_000:
                raise TableTooLarge
