"""Publication in a real browser: from the register to the printed sheet; a file read in; a newcomer at an open day."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from journeys.hands import Keyboard, Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]

TITLE = "Un établi prêté le jeudi"
ANSWERS = {
    "title": TITLE,
    "dated_on": "2026-03-01",
    "keywords": "outils, prêt",
    "lead": "Un prêt d’outils qui a changé deux ateliers.",
    "structure_name": "L’Établi",
    "address": "3, quai des Lanternes, 99000 Port-Aval",
    "contact_email": "contact@etabli.example",
    "commune": "Port-Aval",
    "territory": "Au bord du canal.",
    "need": "Il manquait un outil.",
    "action": "Prêter l’établi.",
    "means": "Deux heures par semaine.",
}
ROWS = {
    "partners": {"name": "Roue Libre", "role": "emprunte l’établi"},
    "money": {"year": "2026", "funder": "L’Établi", "cents": "120"},
    "results": {"figure": "12", "what": "jeudis", "source": "cahier"},
}
FILE = """# Une fiche venue d’ailleurs

1er mai 2019

**Fiche d’expérience** #VIEUX2019

Mots clés : jardin, école

Un jardin partagé entre une école et un centre social, ouvert à tout le quartier depuis dix ans.

<https://ailleurs.example/jardin>
"""


def _write(page: Page, desk: str) -> None:
    """Answer every question that a sheet cannot do without."""
    for code, text in ANSWERS.items():
        page.goto(f"{desk}ecrire/{code}/")
        page.locator("[name=value]").fill(text)
        Pointer(page).press("Garder et revenir à la fiche")
    for code, row in ROWS.items():
        page.goto(f"{desk}ecrire/{code}/")
        for column, text in row.items():
            page.locator(f"[name^={column}-]").first.fill(text)
        Pointer(page).press("Garder et revenir à la fiche")


def test_from_the_register_to_the_printed_sheet(page_at: Open, axe: Axe) -> None:
    page = page_at(360, as_whom="lena")
    page.goto("/fanal/redaction/")
    hands = Pointer(page)
    hands.press("Commencer une fiche vierge")
    desk = page.url
    expect(page.get_by_role("main")).to_contain_text("Il manque encore")
    _write(page, desk)
    axe(page)
    hands.press("Je l’ai relue")
    for quoted in ("nour", "sam"):
        theirs = page_at(360, as_whom=quoted)
        theirs.goto("/fanal/redaction/")
        row = theirs.get_by_role("listitem").filter(has_text=TITLE)
        row.get_by_role("link", name=re.compile("Relire et répondre")).click()
        axe(theirs)
        Pointer(theirs).choose("Oui")
        Pointer(theirs).press("Répondre")
    page.goto(desk)
    hands.press("Publier la fiche")
    anyone = page_at(360)
    anyone.goto("/fanal/fiches/")
    anyone.get_by_role("link", name=TITLE).first.click()
    axe(anyone)
    expect(anyone.get_by_role("main")).to_contain_text("acceptée par celles et ceux qu’elle cite")
    printed = anyone.request.get(str(anyone.get_by_role("link", name="Imprimer (PDF)").get_attribute("href")))
    assert printed.headers["content-type"] == "application/pdf"
    assert printed.body().startswith(b"%PDF")


def test_a_file_is_read_in_and_looked_at_line_by_line(page_at: Open, axe: Axe, tmp_path: Path) -> None:
    file = tmp_path / "fiche.txt"
    file.write_text(FILE)
    page = page_at(360, as_whom="lena")
    page.goto("/fanal/redaction/importer/")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Lire le fichier").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ce que le fichier disait")
    axe(page)
    page.get_by_role("link", name=re.compile("Corriger|Vérifier")).first.click()
    axe(page)


def test_a_newcomer_registers_for_an_open_day_with_the_keyboard_alone(page_at: Open, axe: Axe) -> None:
    page = page_at(360)
    page.goto("/fanal/rencontres/")
    keys = Keyboard(page)
    keys.press("Portes ouvertes")
    keys.press("Je viens")
    axe(page)
    keys.write("Votre nom", "Une nouvelle voisine")
    keys.write("Ou votre téléphone", "01 99 00 00 09")
    keys.press("M’inscrire en liste d’attente")
    expect(page.get_by_role("main")).to_contain_text("liste d’attente")
    keys.press("Je ne viens plus")
    expect(page.get_by_role("main")).to_contain_text("annulé votre inscription")
