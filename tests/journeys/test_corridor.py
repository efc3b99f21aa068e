"""The corridor in a real browser: say a need, see who can help, agree, sign, keep, and find it in the register."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Axe = Callable[[Page], None]


class Way(NamedTuple):
    """How a journey is made, and the thing that this one lends: each its own, for they share one pole."""

    width: int
    javascript: bool
    thing: str


WAYS = [
    Way(1280, True, "presse à cidre"),
    Way(360, True, "vidéoprojecteur"),
    Way(360, False, "marmite géante"),
]


def press(page: Page, name: str) -> None:
    """Press the button, or follow the link drawn as one, that bears this name."""
    wanted = re.compile(rf"^{re.escape(name)}")
    with page.expect_navigation():
        page.get_by_role("button", name=wanted).or_(page.get_by_role("link", name=wanted)).first.click()


def say(page: Page, side: str, title: str) -> None:
    """Answer one question a screen until everything is read again, then say it."""
    page.goto(f"/fanal/dire/?cote={side}")
    for _ in range(12):
        if page.get_by_role("heading", level=1, name=re.compile("Relisez")).count():
            break
        if page.get_by_role("radio", name=re.compile("matériel")).count():
            page.get_by_role("radio", name=re.compile("matériel")).check(force=True)
        if page.get_by_role("textbox", name="La phrase").count():
            page.get_by_role("textbox", name="La phrase").fill(title)
        press(page, "Continuer")
    press(page, "Dire ce besoin" if side == "need" else "Dire cette offre")


def write_agreement(page: Page, title: str) -> None:
    """Fill in one page: what we do, what each promises."""
    page.get_by_label("Titre").fill(title)
    page.get_by_label("Ce que vous voulez").fill("Que la fête ait lieu, et que l’outil revienne propre.")
    page.get_by_role("radio", name=re.compile("un prêt")).check(force=True)
    page.get_by_label("Quoi").first.fill("Prêter l’outil le samedi")
    page.get_by_label("Qui promet").first.select_option(label="Roue Libre")
    page.get_by_role("button", name="Enregistrer le texte").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.width}{'' if way.javascript else '-without-javascript'}")
def test_from_a_need_to_a_kept_promise(page_at: Open, axe: Axe, way: Way) -> None:
    sam = page_at(way.width, as_whom="sam", javascript=way.javascript)
    nour = page_at(way.width, as_whom="nour", javascript=way.javascript)

    say(sam, "offer", f"Nous prêtons une {way.thing} le samedi")
    say(nour, "need", f"Emprunter une {way.thing} pour notre fête")
    expect(nour.get_by_role("heading", level=1)).to_contain_text("Voici qui pourrait vous aider")
    card = nour.get_by_role("article").filter(has_text=f"Nous prêtons une {way.thing}")
    expect(card).to_contain_text("Roue Libre")
    card.get_by_role("button", name=re.compile("Ça nous intéresse")).click()

    sam.goto("/fanal/bonjour/")
    sam.get_by_role("main").get_by_role("link", name=re.compile(way.thing)).first.click()
    press(sam, "Ça nous intéresse")
    press(sam, "Écrire l’accord")
    title = f"La {way.thing} du samedi"
    write_agreement(sam, title)
    expect(sam.get_by_role("heading", level=1)).to_contain_text(title)
    press(sam, "Signer pour Roue Libre")

    nour.goto("/fanal/bonjour/")
    nour.get_by_role("main").get_by_role("link", name=re.compile(title)).first.click()
    if nour.get_by_role("link", name="Lire et signer").count():
        press(nour, "Lire et signer")
    if way.javascript:
        axe(nour)
    press(nour, "Signer pour L’Établi")

    sam.goto("/fanal/cooperations/")
    sam.get_by_role("link", name=title).click()
    expect(sam.get_by_role("main")).to_contain_text("en cours")
    press(sam, "C’est fait")
    press(sam, "Dire que c’est fait")
    expect(sam.get_by_role("main")).to_contain_text("à confirmer")
    nour.goto(sam.url)
    press(nour, "Bien reçu")
    expect(nour.get_by_role("main")).to_contain_text("tenue")

    lena = page_at(way.width, as_whom="lena", javascript=way.javascript)
    lena.goto("/fanal/cooperations/")
    lena.get_by_role("link", name=title).click()
    expect(lena.get_by_role("main")).to_contain_text("tenue")
    if way.javascript:
        axe(lena)
