"""Reading a table, whatever its name says: by what it contains."""

from phares.rooms.commons.tables.separated import read_separated
from phares.rooms.commons.tables.sheet import (
    LARGEST_FILE,
    Book,
    NotATable,
    OldWorkbook,
    TableEmpty,
    TableLocked,
    TableTooLarge,
)
from phares.rooms.commons.tables.workbooks import read_workbook

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Other kinds of files that begin as texts do.
_OTHER_KINDS = (b"%PDF", b"{\\rtf", b"<?xml", b"<!DOCTYPE", b"<html", b"<HTML", b"<svg", b"#!")


def read_table(content: bytes) -> Book:
    """Return the sheets of a CSV, XLSX or ODS file; raise a refusal that says what is wrong with any other."""
    if not content:
        raise TableEmpty
    if len(content) > LARGEST_FILE:
        raise TableTooLarge
    if content.startswith(b"PK"):
        return read_workbook(content)
    if content.startswith(_OLE):
        raise TableLocked if _ENCRYPTED in content else OldWorkbook
    if content.lstrip().startswith(_OTHER_KINDS):
        raise NotATable
    return read_separated(content)
