"""What is kept of a cooperation, in a real browser: a line in four taps, a means to its page, a group that closes."""

import io
import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from journeys.hands import Keyboard, Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]
MOST_TAPS = 4


class Finger:
    """Somebody with a thumb, whose taps are counted; what they type is not a tap."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, target: Locator) -> None:
        """Tap something that is large enough for a thumb."""
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, f"{box['height']} px is too small for a thumb"
        self.taps += 1
        target.click()


@pytest.mark.parametrize(("who", "names"), [("nour", ["Roue Libre"]), ("lena", ["L’Établi", "Roue Libre"])])
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_line_is_noted_in_passing_in_four_taps_at_most(
    page_at: Open, axe: Axe, who: str, names: list[str], javascript: bool
) -> None:
    finger = Finger(page_at(360, as_whom=who, javascript=javascript))
    page, line = finger.page, f"Deux échelles prêtées à {who}, {javascript}"
    page.goto("/fanal/bonjour/")
    finger.tap(page.get_by_role("link", name="Noter en passant").first)
    expect(page.get_by_label("Qu’avez-vous fait ensemble")).to_be_focused()
    page.keyboard.type(line)
    for name in names:
        finger.tap(page.locator("label.tile").filter(has_text=re.compile(rf"^\s*{name}\s*$")))
    if javascript:
        axe(page)
    finger.tap(page.get_by_role("main").get_by_role("button", name="Noter"))
    expect(page.get_by_role("heading", level=1)).to_have_text(line)
    expect(page.get_by_role("status")).to_contain_text("cela compte dès maintenant")
    assert finger.taps <= MOST_TAPS, finger.taps


def test_the_other_party_corrects_the_line_and_the_first_one_removes_it(page_at: Open, axe: Axe) -> None:
    nour = Keyboard(page_at(1280, as_whom="nour"))
    nour.page.goto("/fanal/en-passant/noter/")
    nour.page.keyboard.type("Une bâche prêtée")
    nour.choose("Roue Libre")
    nour.press("Noter")
    sam = Pointer(page_at(360, as_whom="sam"))
    sam.page.goto(nour.page.url)
    sam.press("Corriger")
    sam.write("Qu’avez-vous fait ensemble", "Deux bâches prêtées")
    sam.press("Corriger")
    expect(sam.page.get_by_role("main")).to_contain_text("Une bâche prêtée")
    axe(sam.page)
    nour.page.reload()
    nour.press("Retirer cette note")
    expect(nour.page.get_by_role("main")).to_contain_text("ne compte plus")
    axe(nour.page)


def agreement(hands: Pointer, title: str, form: str, *others: str) -> str:
    """Write and sign a first text with others; return its address."""
    page = hands.page
    page.goto("/fanal/cooperations/nouvelle/")
    for name in others:
        page.get_by_role("checkbox", name=re.compile(name)).check(force=True)
    hands.press("Continuer")
    hands.write("Titre", title)
    hands.write("Ce que vous voulez", "Que cela tienne, et que chacun sache pourquoi.")
    hands.choose(form)
    hands.write("Quoi", "Tenir le cahier des dates")
    hands.press("Enregistrer le texte")
    hands.press("Signer pour L’Établi")
    return page.url.split("/accord/")[0] + "/"


def test_a_means_is_shared_from_the_first_word_to_its_printed_page(page_at: Open, axe: Axe) -> None:
    nour, sam = (Pointer(page_at(width, as_whom=who)) for who, width in (("nour", 1280), ("sam", 360)))
    address = agreement(nour, "Un local à vélos chauffé", "un service partagé", "Roue Libre")
    sam.page.goto(address)
    sam.press("Lire et signer")
    sam.press("Signer pour Roue Libre")

    nour.page.goto(address)
    nour.press("Ce que nous partageons")
    axe(nour.page)
    nour.press("Partager un moyen")
    nour.write("Qu’est-ce que vous partagez", "Le chauffage du local")
    nour.page.get_by_label("Depuis quel jour").fill(f"{timezone.localdate():%Y}-01-01")
    nour.press("Écrire")
    nour.press("Proposer une clé")
    nour.page.get_by_label("À partir du").fill(f"{timezone.localdate():%Y}-01-01")
    nour.write("Part répartie à égalité", "1/3")
    group = nour.page.get_by_role("group", name="Selon une mesure")
    group.get_by_label("Part répartie selon une mesure").fill("2/3")
    group.get_by_label("Quelle mesure").fill("m²")
    group.get_by_label("L’Établi").fill("30")
    group.get_by_label("Roue Libre").fill("10")
    axe(nour.page)
    nour.press("Proposer cette clé")

    sam.page.goto(nour.page.url)
    axe(sam.page)
    sam.press("Accepter cette clé")
    expect(sam.page.get_by_role("main")).to_contain_text("acceptée par tous")

    nour.page.reload()
    nour.press("Écrire ce que cela a coûté")
    nour.write("Ce que cela a coûté", "900")
    nour.press("Écrire ce montant")
    nour.press("Clore ce compte")
    expect(nour.page.get_by_role("main")).to_contain_text("compte clos le")

    sam.page.goto("/fanal/partage/")
    expect(sam.page.get_by_role("main")).to_contain_text("Le chauffage du local")
    expect(sam.page.get_by_role("main")).to_contain_text("10 / 40 m²")
    axe(sam.page)
    sheet = sam.page.request.get("/fanal/partage.pdf")
    pages = PdfReader(io.BytesIO(sheet.body())).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "Le chauffage du local" in text
    assert "300,00" in text  # a third of 900 by halves, two thirds by 10 of 40: 150 + 150


def test_a_residents_group_and_two_structures_start_keep_and_close(page_at: Open, axe: Axe) -> None:
    nour, sam, maud = (
        Pointer(page_at(width, as_whom=who)) for who, width in (("nour", 1280), ("sam", 360), ("maud", 360))
    )
    title = "Le samedi des petites roues"
    address = agreement(nour, title, "une action faite ensemble", "Roue Libre", "Les Mains dans le Cambouis")
    for hands, whose in ((sam, "Signer pour Roue Libre"), (maud, "Noter la signature de Les Mains dans le Cambouis")):
        hands.page.goto(f"{address}accord/")
        hands.press(whose)
    expect(maud.page.get_by_role("main")).to_contain_text("en cours")

    nour.page.goto(address)
    expect(nour.page.get_by_role("main")).to_contain_text("On produit ensemble")
    nour.press("C’est fait")
    nour.press("Dire que c’est fait")
    sam.page.goto(address)
    sam.press("Bien reçu")
    expect(sam.page.get_by_role("main")).to_contain_text("tenue")

    nour.page.goto(address)
    nour.press("Entre nous")
    nour.write("Votre message", "On recommence samedi ?")
    nour.press("Envoyer à toutes les parties")
    axe(nour.page)
    sam.page.goto(f"{address}entre-nous/")
    expect(sam.page.get_by_role("main")).to_contain_text("On recommence samedi")
    assert maud.page.goto(f"{address}entre-nous/").status == 404  # type: ignore[union-attr]

    nour.page.goto(address)
    nour.press("Terminer cette coopération")
    nour.choose("Ce que nous voulions est fait")
    nour.press("Écrire la fin")
    for hands in (nour, sam, maud):
        hands.page.goto(address)
        expect(hands.page.get_by_role("main")).to_contain_text("La coopération est terminée")
        axe(hands.page)
    nour.page.goto("/fanal/liens/")
    expect(nour.page.get_by_role("main")).to_contain_text("Les Mains dans le Cambouis")
    axe(nour.page)
