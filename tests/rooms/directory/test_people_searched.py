"""Finding somebody among those who act for the pole: by name, mail, structure or role, accents aside."""

from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast

Enter = Callable[[str], Client]


@pytest.mark.parametrize(
    ("asked", "found", "left"),
    [
        ("lena", "Léna M.", "Nour B."),
        ("NOUR b", "Nour B.", "Léna M."),
        ("etabli repres", "Nour B.", "Idris K."),
        ("nour@etabli.example", "Nour B.", "Léna M."),
        ("trésorière", "Personne en mandat", "Léna M."),
        ("trésorier", "Hind S.", "Léna M."),
    ],
)
def test_each_word_begins_one_of_the_line(client_as: Enter, cast: Cast, asked: str, found: str, left: str) -> None:
    page = unescape(client_as("lena").get(reverse("directory:people", args=["fanal"]), {"q": asked}).content.decode())
    main = page[page.index("<main") :]
    assert found in main
    assert left not in main


@pytest.mark.parametrize("asked", ["\x00", "%" * 500, "' OR 1=1 --", "  "])
def test_odd_words_are_no_trouble(client_as: Enter, cast: Cast, asked: str) -> None:
    assert client_as("lena").get(reverse("directory:people", args=["fanal"]), {"q": asked}).status_code == 200
