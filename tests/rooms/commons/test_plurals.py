"""Counts are written as each language writes them."""

from django.utils.translation import ngettext, override


def test_in_french_nothing_is_singular() -> None:
    with override("fr"):
        assert [ngettext("carte lue", "cartes lues", n) for n in (0, 1, 2, 17)] == ["carte lue"] * 2 + [
            "cartes lues"
        ] * 2


def test_in_english_nothing_is_plural() -> None:
    with override("en"):
        assert [ngettext("structure", "structures", n) for n in (0, 1, 2)] == ["structures", "structure", "structures"]
