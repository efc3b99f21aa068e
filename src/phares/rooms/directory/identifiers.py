"""Numbers by which a structure is known: each is read without its spaces and checked by its own rule.

SIREN, SIRET and VAT numbers carry a check digit (python-stdnum, after INSEE and the European Commission); the number of
the Répertoire national des associations is W and nine digits (arrêté of 14 October 2009).
"""

import re
from collections.abc import Callable, Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError
from stdnum.fr import siren, siret, tva

_RNA = re.compile(r"W[0-9]{9}")
_POSTCODE = re.compile(r"(?:F-?|FR-?)?((?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3})(?:\s*CEDEX.*)?", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u00a0\u202f.-]+")


def rna(written: str) -> str:
    """Return a number of the register of associations; raise ValidationError for any other text."""
    compact = _SPACES.sub("", written).upper()
    if not _RNA.fullmatch(compact):
        raise ValidationError
    return compact


def vat(written: str) -> str:
    """Return a French VAT number with its country before it."""
    return f"FR{tva.validate(_SPACES.sub('', written))}"


CHECKS: dict[str, tuple[Callable[[str], str], str | Promise]] = {
    "siren": (siren.validate, _("Ce n’est pas un numéro SIREN : neuf chiffres, dont le dernier se vérifie.")),
    "siret": (siret.validate, _("Ce n’est pas un numéro SIRET : quatorze chiffres, dont le dernier se vérifie.")),
    "vat_number": (vat, _("Ce n’est pas un numéro de TVA français : FR, une clé de deux signes, puis le SIREN.")),
    "rna": (rna, _("Ce n’est pas un numéro du répertoire des associations : W et neuf chiffres.")),
}


class NotThisNumber(ValueError):
    """A text is not the number that it should be; `sentence` says what one looks like."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def read(name: str, written: str) -> str:
    """Return a number of this sort without its spaces, an empty text for an empty one; raise NotThisNumber."""
    check, sentence = CHECKS[name]
    compact = _SPACES.sub("", written)
    if not compact:
        return ""
    try:
        return check(compact)
    except ValidationError as error:
        raise NotThisNumber(sentence) from error


def sort_of(written: str, sorts: Iterable[str]) -> str:
    """Return the first of these sorts that a number is, check digit included; empty where it is none of them."""
    for name in sorts:
        try:
            read(name, written)
        except NotThisNumber:
            continue
        return name
    return ""


def postcode(written: str) -> str:
    """Return the five digits of a French postcode, however it is written; empty for another country's."""
    found = _POSTCODE.fullmatch(re.sub(r"(?<=\d)[\s\u00a0\u202f]+(?=\d)", "", written.strip()))
    return found.group(1) if found else ""
