"""Somebody joins, in a real browser: the request, the answer with its reason, and the path of arrival."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import Keyboard, Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]


class Way(NamedTuple):
    """How the journey is made, and by which structure: each its own, for they share one pole."""

    name: str
    width: int
    structure: str
    hands: type[Pointer] | type[Keyboard] = Pointer
    javascript: bool = True


WAYS = [
    Way("on a phone", 360, "Les Paniers du Quai"),
    Way("without JavaScript", 1280, "La Chorale Ouverte", javascript=False),
    Way("by keyboard alone", 1280, "Les Trois Clous", Keyboard),
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_structure_asks_is_answered_and_follows_its_path(page_at: Open, axe: Axe, way: Way) -> None:
    asking = way.hands(page_at(way.width, javascript=way.javascript))
    lena = way.hands(page_at(way.width, as_whom="lena", javascript=way.javascript))

    asking.page.goto("/fanal/rejoindre/")
    if way.javascript:
        axe(asking.page)
    asking.write("Le nom de votre structure", way.structure)
    for label, words in (
        ("Ce que vous apporteriez", "Une camionnette"),
        ("Ce dont vous avez besoin", "Un coin de cour"),
        ("La première chose", "Une tournée à deux"),
        ("Qui êtes-vous", "Inès"),
        ("Adresse électronique", "ines@paniers.example"),
    ):
        asking.write(label, words)
    asking.press("Envoyer la demande")
    expect(asking.page.get_by_role("main")).to_contain_text("Bien reçue")

    lena.page.goto("/fanal/demandes/")
    lena.press(way.structure)
    lena.choose("Bienvenue")
    lena.write("La raison", "Votre camionnette et nos paniers se cherchaient.")
    lena.press("Envoyer la réponse")
    expect(lena.page.get_by_role("heading", level=1)).to_contain_text(way.structure)
    lena.press("C’est fait")
    expect(lena.page.get_by_role("main")).to_contain_text("1 étape faite sur 3")

    asking.page.reload()
    expect(asking.page.get_by_role("main")).to_contain_text("Votre camionnette et nos paniers se cherchaient.")
    expect(asking.page.get_by_role("main")).to_contain_text("1 étape faite sur 3")
    if way.javascript:
        for hands in (asking, lena):
            axe(hands.page)
