"""French counts: nothing and one are singular ("0 carte", "1 carte", "2 cartes").

Texts are written in French in the code, so no catalogue holds them, and Django falls back on the English rule.
Source: Unicode CLDR, plural rules of French: "one" holds for every number whose whole part is 0 or 1.
"""

from gettext import NullTranslations

from django.utils.translation import trans_real


class FrenchPlurals(NullTranslations):
    """Answers for the texts that no catalogue holds."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the singular up to two, two left out."""
        return msgid1 if abs(n) < 2 else msgid2


def count_in_french() -> None:
    """Let French texts be counted as French is."""
    trans_real.translation("fr").add_fallback(FrenchPlurals())
