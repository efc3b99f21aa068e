"""What a structure takes away with it: each room offers its part, and everything goes into one ZIP of open formats.

The registry is filled at start-up, as that of panels is, so that a lower room never knows those above it.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from django.template.loader import render_to_string

Row = dict[str, Any]
EVERYTHING = "donnees/tout.json"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNSAFE = re.compile(r"[^\w.()’ -]+")


@dataclass(frozen=True)
class Document:
    """A file that goes along: its name in the ZIP, and how to open it."""

    name: str
    open: Callable[[], IO[bytes]]

    @property
    def path(self) -> str:
        """Return where it lies in the ZIP."""
        return f"documents/{self.name}"


@dataclass(frozen=True)
class Part:
    """What one room gives of one sort: rows, the words of their `columns`, and their documents."""

    code: str
    title: Any
    columns: dict[str, Any]
    rows: list[Row]
    documents: tuple[Document, ...] = ()

    @property
    def sheet(self) -> str:
        """Return where its table lies in the ZIP."""
        return f"donnees/{self.code}.csv"


Offer = Callable[[Any, Any], Iterable[Part]]
"""Called with the actor and the structure; returns the parts that this actor may take."""

_offers: list[Offer] = []


def offer(*offers: Offer) -> None:
    """Set, once at start-up, what each room gives, in the order in which it is shown."""
    _offers[:] = offers


def parts_for(actor: Any, structure: Any) -> list[Part]:
    """Return everything that the structure takes away."""
    return [part for one in _offers for part in one(actor, structure)]


def write_zip(target: IO[bytes], *, name: str, at: datetime, parts: list[Part]) -> list[str]:
    """Write a readable index, one CSV a part, all of it as JSON, and the documents; return the documents not found."""
    lost = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(part.sheet, as_csv(part))
            lost += [document.name for document in part.documents if not _put(archive, document)]
        told = {part.code: [_told(row) for row in part.rows] for part in parts}
        archive.writestr(EVERYTHING, json.dumps(told, ensure_ascii=False, indent=1, default=_plain))
        shown = [(part, [[_words(row.get(key)) for key in part.columns] for row in part.rows]) for part in parts]
        index = render_to_string(
            "commons/takeaway.html", {"name": name, "at": at, "parts": shown, "lost": lost, "everything": EVERYTHING}
        )
        archive.writestr("index.html", index)
        archive.writestr("style.css", render_to_string("commons/takeaway_style.txt"))
    return lost


def _put(archive: zipfile.ZipFile, document: Document) -> bool:
    """Put a document into the ZIP; say whether it could be found."""
    try:
        with document.open() as content:
            archive.writestr(document.path, content.read())
    except OSError:
        return False
    return True


def document_name(*pieces: object) -> str:
    """Return a name that any system can keep."""
    return _UNSAFE.sub("-", " ".join(str(piece) for piece in pieces if piece)).strip(" .-")[:120] or "document"


def as_csv(part: Part) -> bytes:
    """Return a part as spreadsheets open it: UTF-8 with its mark, semicolons, and no cell that could be a formula."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, delimiter=";")
    writer.writerow([harmless(str(title)) for title in part.columns.values()])
    for row in part.rows:
        writer.writerow([harmless(_words(row.get(key))) for key in part.columns])
    return b"\xef\xbb\xbf" + kept.getvalue().encode()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _told(row: Row) -> Row:
    return {
        key: _plain(value) if not isinstance(value, str | int | float | bool | list | None) else value
        for key, value in row.items()
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it."""
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _words(value: Any) -> str:
    """Return a value as it is read in a cell."""
    match value:
        case None:
            return ""
        case list():
            return ", ".join(str(one) for one in value)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case _:
            return str(value)
