"""The corridor in a real browser: say a need, see who can help, agree, sign, keep, and find it in the register."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import Hands, Keyboard, Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]


class Way(NamedTuple):
    """How a journey is made, and the thing that this one lends: each its own, for they share one pole."""

    name: str
    width: int
    thing: str
    hands: type[Pointer] | type[Keyboard] = Pointer
    javascript: bool = True


WAYS = [
    Way("on a desk", 1280, "presse à cidre"),
    Way("on a phone", 360, "guillotine à papier"),
    Way("without JavaScript", 360, "marmite géante", javascript=False),
    Way("by keyboard alone", 1280, "machine à barbe à papa", Keyboard),
]


def say(hands: Hands, side: str, title: str) -> None:
    """Answer one question a screen until everything is read again, then say it."""
    hands.page.goto(f"/fanal/dire/?cote={side}")
    while not hands.page.get_by_role("heading", level=1, name=re.compile("Relisez")).count():
        if hands.page.get_by_role("radio", name=re.compile("matériel")).count():
            hands.choose("matériel")
        if hands.page.get_by_role("textbox", name="La phrase").count():
            hands.write("La phrase", title)
        hands.press("Continuer")
    hands.press("Dire ce besoin" if side == "need" else "Dire cette offre")


def write_agreement(hands: Hands, title: str) -> None:
    """Fill in one page: what we do, and a first promise."""
    hands.press("Écrire l’accord")
    hands.write("Titre", title)
    hands.write("Ce que vous voulez", "Que la fête ait lieu, et que l’outil revienne propre.")
    hands.choose("un prêt")
    hands.write("Quoi", "Prêter l’outil le samedi")
    hands.pick("Qui promet", "Roue Libre")
    hands.press("Enregistrer le texte")
    expect(hands.page.get_by_role("heading", level=1)).to_contain_text(title)


def open_line(hands: Hands, title: str) -> None:
    """Open, from the member's home, the line that bears this title."""
    hands.page.goto("/fanal/bonjour/")
    hands.page.get_by_role("main").get_by_role("link", name=re.compile(title)).first.focus()
    with hands.page.expect_navigation():
        hands.page.keyboard.press("Enter")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_from_a_need_to_a_kept_promise(page_at: Open, axe: Axe, way: Way) -> None:
    sam, nour, lena = (
        way.hands(page_at(way.width, as_whom=who, javascript=way.javascript)) for who in ("sam", "nour", "lena")
    )
    offered, needed = f"Nous prêtons une {way.thing} le samedi", f"Emprunter une {way.thing} pour notre fête"
    title = f"La {way.thing} du samedi"

    say(sam, "offer", offered)
    say(nour, "need", needed)
    expect(nour.page.get_by_role("heading", level=1)).to_contain_text("Voici qui pourrait vous aider")
    nour.press("Ça nous intéresse", within=offered)

    open_line(sam, needed)
    sam.press("Ça nous intéresse")
    write_agreement(sam, title)
    sam.press("Signer pour Roue Libre")

    open_line(nour, title)
    if nour.page.get_by_role("link", name="Lire et signer").count():
        nour.press("Lire et signer")
    nour.press("Signer pour L’Établi")

    sam.page.goto("/fanal/cooperations/")
    sam.press(title)
    expect(sam.page.get_by_role("main")).to_contain_text("en cours")
    sam.press("C’est fait")
    sam.press("Dire que c’est fait")
    nour.page.goto(sam.page.url)
    nour.press("Bien reçu")
    expect(nour.page.get_by_role("main")).to_contain_text("tenue")

    lena.page.goto("/fanal/cooperations/")
    lena.press(title)
    expect(lena.page.get_by_role("main")).to_contain_text("tenue")
    if way.javascript:
        for hands in (sam, nour, lena):
            axe(hands.page)
