"""Figures in words: an exact value with its unit, as one reads it."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import NO_BREAK
from phares.rooms.commons.typography import NARROW

register = template.Library()


def _number(value: Fraction, decimals: int) -> str:
    rounded = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(
        Decimal(1).scaleb(-decimals), ROUND_HALF_UP
    )
    places = 0 if rounded == rounded.to_integral_value() else decimals
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
            return f"{_number(value / 100, 2)}{NO_BREAK}€"
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
    return f"{_number(Fraction(value), 2)}{gap}{translated}" if unit else _number(Fraction(value), 2)


@register.filter
def exactly(value: str, unit: str) -> str:
    """Return a number kept as text, such as « 7/6 », as it is read."""
    return worded(Fraction(value), unit)
