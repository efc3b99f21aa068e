"""Money, parts and formulas in words: exact, and as people write them."""

from fractions import Fraction
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from phares.rooms.commons.days import NO_BREAK
from phares.rooms.commons.typography import NARROW


def euros(cents: int) -> str:
    """Return cents as « 1 250,50 € »."""
    whole, rest = divmod(cents, 100)
    written = number_format(whole, 0, use_l10n=True, force_grouping=True).replace(NO_BREAK, NARROW)
    mark = number_format(0.5, 1, use_l10n=True)[1]
    return f"{written}{mark}{rest:02d}{NO_BREAK}€"


def number(exact: Fraction) -> str:
    """Return an exact number as a decimal when three digits say all of it, else as a fraction."""
    thousandths = exact * 1000
    if thousandths.denominator != 1:
        return f"{exact.numerator}/{exact.denominator}"
    decimals = (
        0
        if exact.denominator == 1
        else 1
        if (exact * 10).denominator == 1
        else 2
        if (exact * 100).denominator == 1
        else 3
    )
    written = number_format(float(exact), decimals, use_l10n=True, force_grouping=True)
    return str(written).replace(NO_BREAK, NARROW)


def percent(share: Fraction) -> str:
    """Return a share of the whole as « 60 % », or as a fraction where no short percentage says it."""
    written = number(share * 100)
    return number(share) if "/" in written else f"{written}{NARROW}%"


def formula(inputs: dict[str, Any], cents: int) -> str:
    """Return how an amount was reckoned, part by part; days weigh where somebody was not there all along."""
    terms = [_term(part, inputs) for part in inputs["parts"]]
    return _("%(reckoned)s = %(amount)s") % {"reckoned": " + ".join(terms), "amount": euros(cents)}


def _term(part: dict[str, Any], inputs: dict[str, Any]) -> str:
    share, weight, of = (Fraction(part[name]) for name in ("share", "weight", "of"))
    total = euros(inputs["amount_cents"])
    begins = total if share == 1 else f"{total} × {percent(share)}"
    by_days = inputs["days"] != inputs["period_days"] or "/" in number(of)
    if by_days:
        weight, of = weight * inputs["days"], of * inputs["period_days"]
    unit = (_("%(measure)s × jours") if part["measure"] else _("jours")) if by_days else "%(measure)s"
    return f"{begins} × {number(weight)} / {number(of)} {unit % {'measure': part['measure']}}".rstrip()


def key_words(parts: Any) -> str:
    """Return a key in one sentence: « 60 % selon m², 40 % à égalité »."""
    told = [
        (_("%(share)s selon %(measure)s") if part.measure else _("%(share)s à égalité"))
        % {"share": percent(part.share), "measure": part.measure}
        for part in parts
    ]
    return ", ".join(told)
