"""Figures in words: an exact value with its unit, as one reads it."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import NO_BREAK
from phares.rooms.commons.typography import NARROW
from phares.rooms.impact.figure_kinds import KINDS

register = template.Library()


def _number(value: Fraction, decimals: int, *, keeps: bool = False) -> str:
    """Return a number with its decimals; one that is not money drops the noughts at its end."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    is_whole = rounded == rounded.to_integral_value()
    places = 0 if is_whole else decimals if keeps else -int(rounded.normalize().as_tuple().exponent)
    written = str(number_format(rounded, places, use_l10n=True, force_grouping=True))
    return written.replace(NO_BREAK, NARROW)


def worded(value: Fraction | None, unit: str) -> str:
    """Return a value with its unit; what cannot be counted is a dash."""
    if value is None:
        return "—"
    gap = "" if get_language() == "en" else NARROW
    match unit:
        case "share":
            return f"{_number(value * 100, 0)}{gap}%"
        case "euros":
            return f"{_number(value / 100, 2, keeps=True)}{NO_BREAK}€"
        case "hours":
            return f"{_number(value / 60, 1)}{NO_BREAK}h"
        case "fte":
            return f"{_number(value, 2)}{NO_BREAK}{_('ETP')}"
        case "":
            return _number(value, 2)
        case _:
            return f"{_number(value, 2)}{NO_BREAK}{unit}"


register.filter("worded", worded)


@register.filter
def of(figures: dict[str, Any], code: str) -> Any:
    """Return the figure of this code."""
    return figures[code]


@register.filter
def with_unit(value: Decimal | None, unit: str) -> str:
    """Return a measured value with the unit of its indicator."""
    if value is None:
        return ""
    gap = "" if unit == "%" and get_language() == "en" else NARROW if unit == "%" else NO_BREAK
    translated = _("ETP") if unit == "ETP" else unit
    written = _number(Fraction(value), 2, keeps=unit == "€")
    return f"{written}{gap}{translated}" if unit else written


@register.filter
def exactly(value: str, unit: str) -> str:
    """Return a number kept as text, such as « 7/6 », as it is read."""
    return worded(Fraction(value), unit)


@register.filter
def figure_title(code: str) -> Any:
    """Return the words of a figure kept by its code."""
    return KINDS[code].title if code in KINDS else code


@register.filter
def figure_words(value: str | None, code: str) -> str:
    """Return the value of a figure kept as text, with its unit."""
    return worded(Fraction(value) if value is not None else None, KINDS[code].unit if code in KINDS else "")


@register.filter
def much(value: str, unit: str) -> str:
    """Return so many of something, as a promise says it."""
    return with_unit(Decimal(value), unit)


@register.filter
def gap_words(value: str, unit: str) -> str:
    """Return a gap with its sign."""
    number = Decimal(value)
    return ("+" if number > 0 else "\N{MINUS SIGN}" if number < 0 else "") + with_unit(abs(number), unit)


@register.filter
def as_date(iso: str) -> date:
    """Return a day kept as text."""
    return date.fromisoformat(iso)


@register.filter
def cents(value: int) -> str:
    """Return an amount in cents as euros."""
    return worded(Fraction(value), "euros")
