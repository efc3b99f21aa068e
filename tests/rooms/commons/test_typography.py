"""French typography: no sign is left alone at the start of a line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phares.rooms.commons.typography import french

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui vient ?", f"Qui vient{NARROW}?"),
        ("« Oui », dit-elle ; l'autre part.", f"«{NARROW}Oui{NARROW}», dit-elle{NARROW}; l’autre part."),
        ("1 200 €", f"1{NARROW}200{NARROW}€"),
        ("http://exemple.example:8000/?q=a", "http://exemple.example:8000/?q=a"),
        ("à 18:30", "à 18:30"),
    ],
)
def test_examples(typed: str, printed: str) -> None:
    assert french(typed) == printed


@given(st.text(alphabet="aé1 ;:!?«»'’%€\u00a0\u202f\n", max_size=40))
def test_twice_is_once_and_no_letter_is_lost(text: str) -> None:
    once = french(text)
    assert french(once) == once
    assert re.sub(r"\s", "", once) == re.sub(r"\s", "", text).replace("'", "’") or "'" in once
