"""Publication in a real browser: from the register to the printed sheet; a file read in; a newcomer at an open day."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]

ANSWERS = {
    "lead": "Un prêt d’outils qui a changé deux ateliers.",
    "territory": "Port-Aval, au bord du canal.",
    "need": "Il manquait un outil.",
    "means": "Deux heures par semaine.",
    "keywords": "outils, prêt",
}
FILE = """# Une fiche venue d’ailleurs

1er mai 2019

**Fiche d’expérience** #VIEUX2019

Mots clés : jardin, école

Un jardin partagé entre une école et un centre social, ouvert à tout le quartier depuis dix ans.

<https://ailleurs.example/jardin>
"""


@pytest.mark.parametrize("width", [1280, 360])
def test_from_the_register_to_the_printed_sheet(page_at: Open, axe: Axe, width: int) -> None:
    page = page_at(width, as_whom="lena")
    page.goto("/fanal/redaction/")
    axe(page)
    hands = Pointer(page)
    hands.press("Commencer une fiche vierge")
    desk = page.url
    for code, text in {**ANSWERS, "title": f"Prêter {width} outils", "commune": "Port-Aval"}.items():
        page.goto(f"{desk}ecrire/{code}/")
        page.locator("[name=value]").fill(text)
        page.get_by_role("button", name="Garder et revenir à la fiche").click()
    page.goto(f"{desk}ecrire/partners/")
    axe(page)
    page.goto(desk)
    axe(page)
    expect(page.get_by_role("main")).to_contain_text("Il manque encore")
    page.goto(f"{desk}apercu/")
    axe(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Prêter {width} outils")
    page.goto("/fanal/fiches/")
    axe(page)
    page.get_by_role("link", name=re.compile("Un atelier de vélos")).first.click()
    axe(page)
    address = page.get_by_role("link", name="Imprimer (PDF)").get_attribute("href")
    answer = page.request.get(str(address))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")


@pytest.mark.parametrize("width", [1280, 360])
def test_a_file_is_read_in_and_looked_at_line_by_line(page_at: Open, axe: Axe, tmp_path: Path, width: int) -> None:
    file = tmp_path / "fiche.txt"
    file.write_text(FILE)
    page = page_at(width, as_whom="lena")
    page.goto("/fanal/redaction/importer/")
    axe(page)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Lire le fichier").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ce que le fichier disait")
    axe(page)
    page.get_by_role("link", name=re.compile("Corriger")).first.click()
    axe(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_newcomer_registers_for_an_open_day(page_at: Open, axe: Axe, javascript: bool) -> None:
    page = page_at(360, javascript=javascript)
    page.goto("/fanal/rencontres/")
    page.get_by_role("link", name=re.compile("Portes ouvertes")).first.click()
    page.get_by_role("link", name="Je viens").click()
    if javascript:
        axe(page)
    page.get_by_role("textbox", name="Votre nom").fill("Une nouvelle voisine")
    page.get_by_role("textbox", name=re.compile("téléphone")).fill("01 99 00 00 09")
    page.get_by_role("button", name=re.compile("Je viens|liste d’attente")).click()
    expect(page.get_by_role("main")).to_contain_text("liste d’attente")
    page.get_by_role("button", name="Je ne viens plus").click()
    expect(page.get_by_role("main")).to_contain_text("annulé votre inscription")
