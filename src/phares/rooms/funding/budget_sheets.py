"""The common budget on paper and in a spreadsheet, and the contents page of a file; set by typst, tagged."""

import io
import json
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import typst
import xlsxwriter
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import NO_BREAK, day_words
from phares.rooms.commons.typography import french
from phares.rooms.cooperation.sharing_words import euros, number
from phares.rooms.funding.budget import Budget, Line
from phares.rooms.funding.models import Application
from phares.rooms.funding.queries.files import File

TEMPLATE = Path(__file__).parent / "typst" / "file.typ"


class SheetNotSet(RuntimeError):
    """The typesetter warned: a sheet that is not right is not given out."""


def as_pdf(application: Application, table: Budget, at: datetime) -> bytes:
    """Return the budget in the shape of the form CERFA 12156: charges, resources, then what is given in kind."""
    return _set(_sheet(application, table, at, contents=None))


def contents_pdf(found: File, table: Budget, rows: Sequence[Sequence[str]], at: datetime) -> bytes:
    """Return the contents page: who answers in which form, with which shares, and every paper."""
    return _set(_sheet(found.application, table, at, contents=_group(found, rows)))


def _group(found: File, rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    application = found.application
    return {
        "group_title": _("Le groupement"),
        "group": [
            [_("Appel"), french(application.call.title)],
            [_("Qui le lance"), french(application.call.issuer)],
            [_("Forme"), french(str(application.get_form_display() or _("non choisie")))],
            [_("Mandataire"), str(application.lead or _("non nommé"))],
            *([str(one.structure), _share(one.share_bp)] for one in found.partners),
        ],
        "promises_title": _("Ce que le dossier propose d’atteindre"),
        "promises": [
            [french(one.label), f"{number(Fraction(one.target))}{NO_BREAK}{one.unit}"]
            for one in application.indicators.all()
        ],
        "papers_title": _("Les pièces"),
        "heads": [_("De qui"), _("Pièce"), _("État"), _("Où")],
        "papers": [[french(cell) for cell in row] for row in rows],
    }


def _share(share_bp: int | None) -> str:
    return (
        _("part non écrite")
        if share_bp is None
        else f"{share_bp / 100:.2f}".replace(".", ",") + "\N{NARROW NO-BREAK SPACE}%"
    )


def _sheet(application: Application, table: Budget, at: datetime, contents: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "language": get_language() or "fr",
        "pole": french(application.pole.name),
        "title": french(application.title),
        "subtitle": _("Sommaire du dossier") if contents else _("Budget prévisionnel commun"),
        "day": _("Édité le %(day)s") % {"day": day_words(at)},
        "contents": contents,
        "heads": [_("Compte"), *(str(one.structure) for one in table.members), _("Total")],
        "blocks": [] if contents else [
            {"title": _("Charges"), "rows": _rows(table.charges, _("Total des charges"))},
            {"title": _("Produits"), "rows": [
                *_rows(table.resources, ""),
                [_("74 Subvention demandée à l’appel"), *[""] * len(table.members), euros(table.asked)],
                [_("Total des produits"), *[""] * len(table.members), euros(table.own + table.asked)],
            ]},
            {"title": _("Contributions en nature, à part"), "rows": _rows(table.in_kind, "")},
        ],
        "note": _(
            "Comptes et présentation du formulaire CERFA 12156. "
            "Les contributions en nature n’entrent pas dans la subvention demandée."
        ),
    }  # fmt: skip


def _rows(lines: Sequence[Line], total: str) -> list[list[str]]:
    rows = [
        [f"{line.account} {french(str(line.label))}", *(euros(cents) for cents in line.cents), euros(line.total)]
        for line in lines
    ]
    if total:
        columns = [sum(line.cents[place] for line in lines) for place in range(len(lines[0].cents))]
        rows.append([total, *map(euros, columns), euros(sum(columns))])
    return rows


def _set(sheet: dict[str, Any]) -> bytes:
    compiler = typst.Compiler(
        TEMPLATE, ignore_system_fonts=True, sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)}
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise SheetNotSet(str(warnings[0]))
    return bytes(pdf)


def as_xlsx(table: Budget) -> bytes:
    """Return the same table as a workbook whose totals are formulas; names are written as texts."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet, bold = book.add_worksheet(_("Budget")), book.add_format({"bold": True})
    money = book.add_format({"num_format": "#,##0.00\\ €"})
    heads = [_("Compte"), _("Libellé"), *(str(one.structure) for one in table.members), _("Total")]
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    row = 1
    for title, lines in (
        (_("Charges"), table.charges),
        (_("Produits"), table.resources),
        (_("En nature"), table.in_kind),
    ):
        sheet.write_string(row, 0, title, bold)
        for line in lines:
            row += 1
            sheet.write_string(row, 0, line.account)
            sheet.write_string(row, 1, str(line.label))
            for place, cents in enumerate(line.cents):
                sheet.write_number(row, 2 + place, cents / 100, money)
            last = 1 + len(line.cents)
            formula = f"=SUM({_cell(row, 2)}:{_cell(row, last)})" if line.cents else "=0"
            sheet.write_formula(row, last + 1, formula, money, line.total / 100)
        row += 2
    sheet.write_string(row, 0, _("Subvention demandée"), bold)
    sheet.write_number(row, 2 + len(table.members), table.asked / 100, money)
    sheet.freeze_panes(1, 2)
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, 2 + len(table.members), 18)
    book.close()
    return kept.getvalue()


def _cell(row: int, column: int) -> str:
    return str(xlsxwriter.utility.xl_rowcol_to_cell(row, column))
