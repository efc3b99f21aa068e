"""The parts of a workbook, looked through before any library opens it: bounded, without entities, cells counted.

A workbook is a ZIP of XML. A few hundred bytes of either can ask a reader for gigabytes (a bomb), and one cell in the
last column of the last row makes a table of seventeen thousand million cells. So every part is unpacked within bounds
and every sheet is gone through cell by cell, in constant memory, before it is read.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from xml.parsers import expat

from phares.rooms.commons.tables.sheet import MOST_COLUMNS, MOST_ROWS, TableCut, TableTooLarge, TableUnsafe

MOST_PARTS = 500
LARGEST_UNPACKED = 80_000_000
MOST_FOR_ONE = 300  # bytes that one packed byte may become, once a part is large enough to matter
SMALL = 1_000_000
DEEPEST = 60
CHUNK = 1 << 16
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
_XML = re.compile(r"\.(?:xml|rels)$")


def looked_through(archive: zipfile.ZipFile) -> None:
    """Unpack every part once, within bounds; refuse a bomb, a part that is broken, and XML that declares entities."""
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or total > LARGEST_UNPACKED:
        raise TableTooLarge
    if len({entry.filename for entry in entries}) < len(entries):
        raise TableUnsafe
    for entry in entries:
        if entry.file_size > SMALL and entry.file_size > MOST_FOR_ONE * max(entry.compress_size, 1):
            raise TableTooLarge
        for _chunk in chunks_of(archive, entry.filename):
            pass


def chunks_of(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part's bytes as they are unpacked; its sum must be right at the end."""
    try:
        with archive.open(name) as part:
            while chunk := part.read(CHUNK):
                yield chunk
    except BROKEN as error:
        raise TableCut from error


def _nothing(*_told: Any) -> None:
    """Keep nothing of what is told."""


class Walk:
    """Goes through the XML of a part: `begins`, `says` and `ends` are told what comes, nothing is kept."""

    def __init__(
        self,
        begins: Callable[[str, dict[str, str]], None] = _nothing,
        ends: Callable[[str], None] = _nothing,
        says: Callable[[str], None] = _nothing,
    ) -> None:
        self._begins, self._ends, self._depth = begins, ends, 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = says
        parser.EntityDeclHandler = parser.StartDoctypeDeclHandler = self._refuse
        self._parser = parser

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TableUnsafe
        self._begins(_bare(name), {_bare(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._ends(_bare(name))

    def _refuse(self, *_told: Any) -> None:
        raise TableUnsafe

    def through(self, archive: zipfile.ZipFile, part: str) -> None:
        """Go through one part."""
        try:
            for chunk in chunks_of(archive, part):
                self._parser.Parse(chunk, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise TableCut from error


def _bare(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


def xml_is_plain(archive: zipfile.ZipFile) -> None:
    """Go through every XML part: whole, not too deep, without a document type."""
    for name in archive.namelist():
        if _XML.search(name):
            Walk().through(archive, name)


class Extent:
    """Where the filled cells of a sheet lie, which are merged, and which hold a formula without its value."""

    def __init__(self) -> None:
        self.merged: list[tuple[int, int, int, int]] = []  # first row, first column, last row, last column
        self.bare_formulas: set[tuple[int, int]] = set()

    def reach(self, row: int, column: int) -> None:
        """Note a filled cell; one that lies too far would make the table too large for any reader."""
        if row >= 2 * MOST_ROWS or column >= 4 * MOST_COLUMNS:
            raise TableTooLarge

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note that the cells of a rectangle are one."""
        if len(self.merged) > MOST_ROWS:
            raise TableTooLarge
        self.merged.append((top, left, min(bottom, 2 * MOST_ROWS), min(right, 4 * MOST_COLUMNS)))
