"""Skills and means in words: « mécanique cycle (2 personnes) », read from a cell and written back the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.search import search_text
from phares.rooms.commons.tables.values import CellRefused
from phares.rooms.directory.models import Capacity

_AMOUNT = re.compile(
    r"(?P<name>.+?)\s*\(\s*(?P<amount>\d[\d\s]*(?:[.,]\d{1,2})?)\s*(?P<unit>[^\d()][^()]*)?\)", re.DOTALL
)
_APART = re.compile(r"[;\n|]")
_COMMAS = re.compile(r",(?!\d)")
LONGEST_NAME, LONGEST_UNIT, TOO_MUCH = 120, 30, Decimal(10) ** 8


@dataclass(frozen=True)
class Said:
    """So much of something."""

    name: str
    amount: Decimal = Decimal(1)
    unit: str = ""

    @property
    def words(self) -> str:
        """Return it in words; nothing is said of one alone, but where the name itself ends like an amount."""
        if self.amount == 1 and not self.unit and not self.name.endswith(")"):
            return self.name
        amount = f"{self.amount.normalize():f}".replace(".", ",")
        return f"{self.name} ({f'{amount} {self.unit}'.strip()})"

    @property
    def key(self) -> tuple[str, str]:
        """Return what may be said once only."""
        return search_text(self.name), self.unit


def read(words: str) -> Said:
    """Return what one piece of a cell says."""
    found = _AMOUNT.fullmatch(words.strip())
    if found is None:
        return Said(words.strip())
    amount = Decimal(re.sub(r"\s", "", found["amount"]).replace(",", "."))
    return Said(found["name"].strip(), amount, (found["unit"] or "").strip())


def read_cell(written: str) -> list[str]:
    """Return what a cell says, apart by semicolons or lines, else by commas; raise CellRefused where it cannot hold."""
    pieces = (_APART if _APART.search(written) else _COMMAS).split(written)
    said = [read(piece) for piece in pieces if piece.strip()]
    for one in said:
        if not search_text(one.name):
            raise CellRefused(_("« %(text)s » ne dit aucun mot.") % {"text": one.name[:60]})
        if len(one.name) > LONGEST_NAME or len(one.unit) > LONGEST_UNIT:
            raise CellRefused(_("« %(text)s… » est trop long.") % {"text": one.name[:60]})
        if one.amount >= TOO_MUCH:
            raise CellRefused(_("« %(text)s » : c’est trop pour être vrai.") % {"text": one.words[:60]})
        if [other.key for other in said].count(one.key) > 1:
            raise CellRefused(_("« %(text)s » y est deux fois.") % {"text": one.name[:60]})
    return [one.words for one in said]


def words_of(capacities: Iterable[Capacity], kind: str) -> list[str]:
    """Return the skills or the means of a structure in words, in alphabetical order."""
    return sorted(Said(one.name, one.amount, one.unit).words for one in capacities if one.kind == kind)
