"""Two hundred broken files, made anew from a seed: cut, mixed up, swollen, booby-trapped, or of another kind."""

# ruff: noqa: E501 (the XML of a workbook is one line)

import io
import random
import zipfile
from collections.abc import Iterator

import xlsxwriter

LETTERS = "Nom;Commune;Entrée\n" + "L’Établi;Île-Saint-Denis;1er février 2015\n" * 30
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
Broken = tuple[str, bytes]


def workbook(rows: int = 40) -> bytes:
    """Return a sound XLSX workbook."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Structures")
        for row in range(rows):
            sheet.write_row(row, 0, [f"Structure {row}", "Port-Aval", row])
    return kept.getvalue()


def zipped(**parts: bytes | str) -> bytes:
    """Return a ZIP of parts, whose names are written with __ for / and _dot_ for a point."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return kept.getvalue()


def xlsx(sheet: bytes | str, **more: bytes | str) -> bytes:
    """Return an XLSX workbook with this one sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        xl__workbook_dot_xml=f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        xl___rels__workbook_dot_xml_dot_rels='<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
        xl__worksheets__sheet1_dot_xml=sheet,
        **more,
    )


def sheet_of(cells: str, head: str = "") -> str:
    """Return the XML of a sheet."""
    return f'{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'


def ods(rows: str, head: str = "", **more: bytes | str) -> bytes:
    """Return an ODS workbook with these rows."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = f'{head}<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    return zipped(mimetype=ODS_TYPE, content_dot_xml=content, **more)


def cuts(dice: random.Random) -> Iterator[Broken]:
    """Yield workbooks and texts that stop half-way."""
    whole = workbook()
    for _ in range(60):
        yield "cut workbook", whole[: dice.randrange(4, len(whole) - 22)]
    written = LETTERS.encode()
    begun = [place + 1 for place, byte in enumerate(written) if byte >= 0xC0]  # after the first byte of a letter of two
    for place in dice.sample(begun, 15):
        yield "cut inside a letter", written[:place]
    for _ in range(10):
        yield "cut inside a quote", (LETTERS * dice.randrange(1, 4) + '"L’Établi;Île').encode()
    for _ in range(5):
        yield "cut line", (LETTERS + "L’Établi;Île-Saint").encode("cp1252")


def wounds(dice: random.Random) -> Iterator[Broken]:
    """Yield workbooks in which some bytes were changed."""
    for _ in range(20):
        whole = bytearray(workbook())
        start = whole.index(b"xl/worksheets/sheet1.xml") + 30
        for _ in range(12):
            whole[start + dice.randrange(0, 200)] ^= dice.randrange(1, 256)
        yield "changed bytes", bytes(whole)


def letters(dice: random.Random) -> Iterator[Broken]:
    """Yield texts whose letters are mixed or are none."""
    for _ in range(10):
        yield "two encodings", LETTERS.encode() + LETTERS.encode("cp1252")
    for _ in range(10):
        yield "announced and not held", b"\xef\xbb\xbf" + LETTERS.encode("cp1252")
    for _ in range(10):
        yield "noise", bytes(dice.randrange(256) for _ in range(3_000))
    yield "odd UTF-16", LETTERS.encode("utf-16")[:-1]
    yield "only signs", b";;;\n" * 20 + b"--;--\n"
    yield "nothing", b""
    yield "blank", b" \n\n \r\n;"[:6]


def bombs(dice: random.Random) -> Iterator[Broken]:
    """Yield what would fill the memory of a careless reader."""
    for size in (100, 200, 400, 79):
        yield "zip bomb", xlsx(sheet_of(""), xl__media__image1_dot_png=b"\0" * size * 1_000_000)
    for _ in range(4):
        yield "zip bomb in a sheet", xlsx(sheet_of(" " * 60_000_000))
    yield "many parts", zipped(**{f"xl__media__{number}_dot_xml": "<a/>" for number in range(600)})
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
    for _ in range(4):
        yield "entity bomb", xlsx(sheet_of('<row r="1"><c r="A1"><v>&l9;</v></c></row>', doctype))
        yield (
            "entity bomb",
            ods(
                "<table:table-row><table:table-cell><text:p>&l9;</text:p></table:table-cell></table:table-row>", doctype
            ),
        )
    yield (
        "outside entity",
        xlsx(
            sheet_of(
                '<row r="1"><c r="A1"><v>&x;</v></c></row>', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            )
        ),
    )
    for _ in range(3):
        yield "deep", xlsx(sheet_of("<a>" * 100_000 + "</a>" * 100_000))


def widths(dice: random.Random) -> Iterator[Broken]:
    """Yield tables that are too wide, too long, or have one cell at the end of the world."""
    for count in (1_000_000, 500_000, 20_000, 130):
        yield "a million columns", b";".join(b"Colonne %d" % number for number in range(count)) + b"\n"
    for separator in (b",", b"\t"):
        yield "a million columns", separator.join([b"Nom"] * 1_000_000)
    yield "a million lines", b"Nom;Commune\n" * 700_000
    yield "one endless cell", b"Nom;Commune\n" + b"a" * 3_000_000
    for place in ("XFD1048576", "A1048576", "XFD1", "ZZZ9999999"):
        yield (
            "the last cell",
            xlsx(sheet_of(f'<row r="1"><c r="A1"><v>1</v></c></row><row><c r="{place}"><v>1</v></c></row>')),
        )
    for attribute in ("columns", "rows"):
        for count in ("16384", "1048576", "999999999", "-1", "12e9"):
            rows = f'table:number-rows-repeated="{count}"' if attribute == "rows" else ""
            columns = f'table:number-columns-repeated="{count}"' if attribute == "columns" else ""
            yield (
                "repeated without end",
                ods(
                    f"<table:table-row {rows}><table:table-cell {columns}><text:p>a</text:p></table:table-cell></table:table-row>"
                ),
            )


def others(dice: random.Random) -> Iterator[Broken]:
    """Yield files of another kind, whatever name they would come with."""
    yield "picture", bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256))
    yield "PDF", b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"
    yield "page", b"<!DOCTYPE html><html><body><table><tr><td>Nom</td></tr></table></body></html>"
    yield "XML", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    yield "script", b"#!/bin/sh\necho Nom;Commune\n"
    yield "rich text", rb"{\rtf1\ansi Nom;Commune}"
    yield "old workbook", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096)
    yield "locked workbook", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    yield "letter", zipped(word__document_dot_xml="<document/>", **{"[Content_Types]_dot_xml": "<Types/>"})
    yield "text document", zipped(mimetype="application/vnd.oasis.opendocument.text", content_dot_xml="<a/>")
    yield "locked", ods("", **{"META-INF__manifest_dot_xml": "<manifest><encryption-data/></manifest>"})
    yield "empty workbook", xlsx(sheet_of(""))
    yield "no sheet", zipped(xl__workbook_dot_xml="<workbook/>")
    yield (
        "workbook without relations",
        zipped(xl__workbook_dot_xml="<workbook/>", xl__worksheets__sheet1_dot_xml="<a/>"),
    )
    yield "broken XML", xlsx('<worksheet><sheetData><row><c r="A1"><v>1</c></row>')
    yield "odd places", xlsx(sheet_of('<row r="un"><c r="??"><v>1</v></c></row>'))


def two_hundred(seed: int = 2026) -> list[Broken]:
    """Return two hundred files that none should swallow."""
    dice = random.Random(seed)  # noqa: S311 (no secret)
    made = [file for kind in (letters, bombs, widths, others, wounds, cuts) for file in kind(dice)]
    return made[:200]
