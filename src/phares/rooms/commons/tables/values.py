"""What a cell means: days, numbers and words as French people write them; what is unclear is asked, never guessed."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.day_field import EARLIEST, LATEST
from phares.rooms.commons.search import plain_letters
from phares.rooms.commons.tables.sheet import Formula, Value

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january", "fevrier fevr fev february feb", "mars mar march", "avril avr april apr",
            "mai may", "juin june jun", "juillet juil july jul", "aout august aug", "septembre sept sep september",
            "octobre oct october", "novembre nov november", "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
# Excel counts days from the end of 1899; the numbers of today's lives lie well inside these.
_SERIAL_ZERO, _SERIALS = date(1899, 12, 30), range(18_264, 73_050)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?:\s+\d{1,2}[:h]\d{2}.*)?")
_LONG = re.compile(r"(?:[a-z]+\s+)?(\d{1,2})(?:\s*er)?\s+([a-z]+)\.?\s+(\d{4}|\d{2})")
_NUMBER = re.compile(r"([+\-−]?)\s*(\d[\d\s.,’']*)\s*([^\d]*)")


class CellRefused(Exception):
    """A cell that does not say what its column asks for; `reason` is for the one who keeps the table."""

    def __init__(self, reason: object) -> None:
        self.reason = reason
        super().__init__(str(reason))


def text_of(value: Value) -> str:
    """Return a cell as text; a formula without its value says nothing."""
    match value:
        case Formula():
            raise CellRefused(_("Cette cellule contient une formule sans valeur lisible : remplacez-la par sa valeur."))
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case date():
            return value.isoformat()
        case float():
            return repr(value)
        case _:
            return str(value)


def day_of(value: Value) -> date | None:
    """Return the day that a cell says: « 1er février 2015 », 01/02/15, 2015-02-01 or the number of a spreadsheet."""
    if isinstance(value, date):
        return _within(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _day_of_number(value)
    text = text_of(value).strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return _day_of_number(int(text))
    found = _iso(text) or _slashed(text) or _long(text)
    if found is None:
        raise CellRefused(
            _("« %(text)s » n’est pas une date : écrivez par exemple 01/02/2015 ou 1er février 2015.")
            % {"text": text[:60]}
        )
    return _within(found)


def _day_of_number(number: float) -> date:
    """Return the day behind a spreadsheet's number; a year alone is no day."""
    if int(number) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(number))
    if int(number) in range(EARLIEST.year, LATEST.year + 1):
        raise CellRefused(_("« %(year)s » est une année : dites aussi le jour et le mois.") % {"year": int(number)})
    raise CellRefused(_("« %(text)s » n’est pas une date.") % {"text": number})


def _within(day: date) -> date:
    """Return a day that somebody can have meant."""
    if not EARLIEST <= day <= LATEST:
        raise CellRefused(_("L’année %(year)s n’est pas possible.") % {"year": day.year})
    return day


def _on(year: str, month: int, day: str) -> date:
    """Return the day of a calendar; two figures are a year of this century up to 68, of the last one from 69 on."""
    full = int(year) if len(year) > 2 else int(year) + (2000 if int(year) < 69 else 1900)
    try:
        return date(full, month, int(day))
    except ValueError as error:
        said = {"day": int(day), "month": month, "year": full}
        raise CellRefused(_("Le %(day)s/%(month)s/%(year)s n’existe pas au calendrier.") % said) from error


def _iso(text: str) -> date | None:
    match = _ISO.fullmatch(text)
    return _on(match[1], int(match[2]), match[3]) if match else None


def _slashed(text: str) -> date | None:
    match = _SLASHED.fullmatch(text)
    return _on(match[3], int(match[2]), match[1]) if match else None


def _long(text: str) -> date | None:
    plain = " ".join(re.findall(r"\d+|[a-z]+", plain_letters(text)))
    match = _LONG.fullmatch(re.sub(r"(\d) er\b", r"\1", plain))
    month = MONTHS.get(match[2]) if match else None
    return _on(match[3], month, match[1]) if match and month else None


def number_of(value: Value) -> Decimal | None:
    """Return the number that a cell says, its unit aside: « 1 350,5 m² »; one that can be read in two ways is asked."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    text = text_of(value).strip()
    if not text:
        return None
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise CellRefused(_("« %(text)s » n’est pas un nombre.") % {"text": text[:60]})
    figures = re.sub(r"[\s’']", "", match[2]).rstrip(".,")
    try:
        return Decimal(("-" if match[1] in "-−" and match[1] else "") + _pointed(figures, text))
    except InvalidOperation as error:
        raise CellRefused(_("« %(text)s » n’est pas un nombre.") % {"text": text[:60]}) from error


def _pointed(figures: str, text: str) -> str:
    """Return figures with a point before the decimals."""
    if "," in figures and "." in figures:  # the last of the two is before the decimals, the other parts thousands
        decimal = max(",.", key=figures.rfind)
        thousands = "." if decimal == "," else ","
        return figures.replace(thousands, "").replace(decimal, ".")
    if figures.count(".") == 1 and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", figures):
        raise CellRefused(_("« %(text)s » se lit de deux façons : écrivez 1350 ou 1,35.") % {"text": text[:60]})
    if figures.count(".") > 1:
        return figures.replace(".", "")
    return figures.replace(",", ".")
