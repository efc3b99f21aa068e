"""The directory as the coordinator's own spreadsheet: its columns are those of the import, which reads it back as is.

One sheet for each thing that a table may bring: structures, people with their mandates, memberships. What a structure
keeps from its reader is left empty, as on its page. Texts are written as texts, so that no cell is ever a formula.
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from phares.rooms.directory import capacity_words
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.cards import Card, card_of
from phares.rooms.directory.models import Mandate, Membership, Structure
from phares.rooms.directory.models.capacity import CapacityKind
from phares.rooms.directory.table_columns import PERIOD, SUBJECTS

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OF_PERIOD = frozenset(column.code for column in PERIOD)
WIDTHS = {"name": 32, "mission": 48, "presentation": 48, "structure": 32, "fields": 32}
USUAL_WIDTH = 18

Cell = str | int | float | Decimal | date | None
Told = Mapping[str, Callable[[], Cell]]


def workbook(
    actor: Actor,
    structures: Iterable[Structure],
    mandates: Iterable[Mandate],
    memberships: Iterable[Membership],
) -> bytes:
    """Return the workbook of what this reader may read."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    of_structures = [one.code for one in SUBJECTS["structures"].columns if one.code not in OF_PERIOD]
    of_people = [one.code for one in SUBJECTS["people"].columns if one.code != "full_name"]
    of_memberships = [one.code for one in SUBJECTS["memberships"].columns]
    cards = (card_of(actor, one) for one in structures)
    _sheet(book, _("Structures"), "structures", of_structures, map(_structure, cards))
    _sheet(book, _("Personnes"), "people", of_people, map(_person, mandates))
    _sheet(book, _("Participations"), "memberships", of_memberships, map(_membership, memberships))
    book.close()
    return kept.getvalue()


def _sheet(book: Any, title: str, subject: str, codes: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Write one sheet, its columns called as the import calls them."""
    sheet, bold = book.add_worksheet(title[:31]), book.add_format({"bold": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for place, code in enumerate(codes):
        column = SUBJECTS[subject].column(code)
        sheet.write_string(0, place, str(column.label) if column else code, bold)
        sheet.set_column(place, place, WIDTHS.get(code, USUAL_WIDTH))
    for number, row in enumerate(rows, start=1):
        for place, code in enumerate(codes):
            _write(sheet, number, place, row.get(code), day)
    sheet.freeze_panes(1, 1)


def _write(sheet: Any, row: int, place: int, cell: Cell, day: Any) -> None:
    """Write a day as a day, a number as a number, and everything else as text."""
    match cell:
        case None | "":
            return
        case date():
            sheet.write_datetime(row, place, cell, day)
        case int() | float() | Decimal():
            sheet.write_number(row, place, cell)
        case _:
            sheet.write_string(row, place, cell)


def _structure(card: Card) -> dict[str, Cell]:
    """Return what a structure says, by column."""
    one = card.structure
    counted = [size for size in card.sizes if size.people is not None]
    last = counted[-1] if counted else None
    return {
        "name": one.name,
        "mission": one.mission,
        "acronym": one.acronym,
        "commune": one.commune,
        "legal_form": str(one.get_legal_form_display()),
        "is_sse": None if card.is_sse is None else _("oui") if card.is_sse else _("non"),
        "fields": ", ".join(str(field) for field in card.fields),
        "tags": ", ".join(tag.words for tag in card.tags),
        "postcode": "" if "address" in card.hidden else one.postcode,
        "skills": "; ".join(capacity_words.words_of(card.capacities, CapacityKind.SKILL)),
        "means": "; ".join(capacity_words.words_of(card.capacities, CapacityKind.MEANS)),
        "people": last.people if last else None,
        "counted_on": last.on if last else None,
        **{name: getattr(card, name) for name in AS_WRITTEN},
    }


AS_WRITTEN = (
    "presentation", "siren", "siret", "vat_number", "rna", "address", "location", "contact_email", "contact_phone",
    "website",
)  # fmt: skip


def _person(mandate: Mandate) -> dict[str, Cell]:
    """Return a person with one mandate; with several, they have as many lines."""
    person = mandate.person
    return {
        "given_name": person.given_name,
        "family_name": person.family_name,
        "email": person.email or "",
        "phone": person.phone,
        "role": str(mandate.as_role.label),
        "structure": mandate.structure.name if mandate.structure else "",
        "from_on": mandate.from_on,
        "until_on": mandate.until_on,
    }


def _membership(one: Membership) -> dict[str, Cell]:
    """Return a period of a structure in the pole."""
    return {
        "name": one.structure.name,
        "kind": str(one.get_kind_display()),
        "from_on": one.from_on,
        "until_on": one.until_on,
        "surface_m2": one.surface_m2,
    }
