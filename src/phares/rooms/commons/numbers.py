"""Small numbers in words, as one says them in a sentence."""

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from phares.rooms.commons.typography import NARROW

_WORDS = (
    _("zéro"), pgettext_lazy("masculin", "un"), _("deux"), _("trois"), _("quatre"), _("cinq"), _("six"), _("sept"),
    _("huit"), _("neuf"), _("dix"), _("onze"), _("douze"), _("treize"), _("quatorze"), _("quinze"), _("seize"),
    _("dix-sept"), _("dix-huit"), _("dix-neuf"), _("vingt"),
)  # fmt: skip
_FEMININE_ONE = pgettext_lazy("féminin", "une")


def number_words(number: int, *, feminine: bool = False) -> str:
    """Return a number up to twenty in words, a greater one in figures; « une » where what is counted is feminine."""
    if number == 1 and feminine:
        return str(_FEMININE_ONE)
    if 0 <= number < len(_WORDS):
        return str(_WORDS[number])
    return str(number_format(number, 0, use_l10n=True, force_grouping=True)).replace("\N{NO-BREAK SPACE}", NARROW)


def capitalised(sentence: str) -> str:
    """Return a sentence with its first letter in capital, the others as they are."""
    return sentence[:1].upper() + sentence[1:]
