"""Money, keys and formulas of shared means in pages."""

from datetime import date
from fractions import Fraction
from typing import Any

from django import template
from django.utils.translation import ngettext

from phares.rooms.commons.days import NO_BREAK
from phares.rooms.cooperation import sharing_words

register = template.Library()
MONTHS_FROM = 60


@register.filter
def euros(cents: int) -> str:
    """Write cents as euros."""
    return sharing_words.euros(cents)


@register.filter
def exact(number: Any) -> str:
    """Write an exact number."""
    return sharing_words.number(Fraction(number))


@register.filter
def key_words(key: Any) -> str:
    """Write a key in one sentence."""
    return sharing_words.key_words(key.parts.all())


@register.filter
def formula(line: Any) -> str:
    """Write how the amount of a line was reckoned."""
    return sharing_words.formula(line.inputs, line.cents)


@register.filter
def hours(minutes: int) -> str:
    """Write minutes as hours: « 2 h 30 »."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}{NO_BREAK}h" + (f"{NO_BREAK}{rest:02d}" if rest else "")


@register.simple_tag
def lasting(line: Any, today: date) -> str:
    """Say for how long a cooperation of the register has gone on, or went on; nothing before everybody signed."""
    days = line.days(today)
    if days is None:
        return ""
    if days < MONTHS_FROM:
        return ngettext("%(count)d jour", "%(count)d jours", days) % {"count": days}
    months = round(days / 30.44)
    return ngettext("%(count)d mois", "%(count)d mois", months) % {"count": months}
