"""Publication in a real browser: from the register to the printed sheet; a file read in; a newcomer at an open day."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from journeys.hands import Keyboard, Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]

CODE = re.compile(r"^ *([A-Z0-9]{3,4}-[A-Z0-9]{3,4})$", re.MULTILINE)
TITLE = "Les chaises du lycée"
ANSWERS = {
    "lead": "Des chaises que le lycée jetait, réparées par des élèves avec L’Établi.",
    "territory": "Un lycée au bord du canal.",
    "need": "Quarante chaises partaient à la benne.",
    "means": "Deux heures par semaine.",
}
ROWS = {
    "money": {"year": "2026", "funder": "Lycée des Écluses", "cents": "120"},
    "results": {"figure": "40", "what": "chaises réparées", "source": "cahier de l’atelier"},
}
FILE = """# Une fiche venue d’ailleurs

1er mai 2019

**Fiche d’expérience** #VIEUX2019

Mots clés : jardin, école

Un jardin partagé entre une école et un centre social, ouvert à tout le quartier depuis dix ans.

<https://ailleurs.example/jardin>
"""


def _write(page: Page, desk: str) -> None:
    """Answer every question that the register left open."""
    for code, text in ANSWERS.items():
        page.goto(f"{desk}ecrire/{code}/")
        page.locator("[name=value]").fill(text)
        Pointer(page).press("Garder et revenir à la fiche")
    for code, row in ROWS.items():
        page.goto(f"{desk}ecrire/{code}/")
        for column, text in row.items():
            page.locator(f"[name^={column}-]").first.fill(text)
        Pointer(page).press("Garder et revenir à la fiche")


def _enter_by_mail(page: Page, mails: Path, who: str) -> None:
    """Enter with the code that the site sends: whoever is no door of the demonstration does as on any installation."""
    page.goto("/compte/login/code/")
    page.get_by_role("textbox").first.fill(who)
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_load_state()
    told = "".join(file.read_text(errors="replace") for file in mails.glob("*.log"))
    sent = next(text for text in reversed(told.split("-" * 79)) if f"To: {who}" in text and CODE.search(text))
    page.get_by_role("textbox").first.fill(CODE.findall(sent)[-1])
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_load_state()


def test_from_the_register_to_the_printed_sheet(page_at: Open, axe: Axe, mails: Path) -> None:
    nour = page_at(360, as_whom="nour")
    nour.goto("/fanal/cooperations/")
    Pointer(nour).press(TITLE)
    keys = Keyboard(nour)
    keys.press("Raconter dans une fiche")
    desk = nour.url
    expect(nour.get_by_role("main")).to_contain_text("Il manque encore")
    nour.goto(f"{desk}apercu/")
    for known in (TITLE, "Lycée des Écluses", "L’Établi", "Comment c’est venu", "3, quai des Lanternes"):
        expect(nour.get_by_role("main")).to_contain_text(known)
    _write(nour, desk)
    axe(nour)
    lena = page_at(360, as_whom="lena")
    lena.goto(desk)
    Pointer(lena).press("Je l’ai relue")
    hugo = page_at(360)
    _enter_by_mail(hugo, mails, "hugo@lycee.example")
    for page in (nour, hugo, lena):
        page.goto("/fanal/redaction/")
        row = page.get_by_role("listitem").filter(has_text=TITLE)
        while (asked := row.get_by_role("link", name=re.compile("Relire et répondre"))).count():
            asked.first.click()
            axe(page)
            Pointer(page).choose("Oui")
            Pointer(page).press("Répondre")
            page.goto("/fanal/redaction/")
    lena.goto(desk)
    Pointer(lena).press("Publier la fiche")
    anyone = page_at(360)
    anyone.goto("/fanal/fiches/")
    anyone.get_by_role("link", name=TITLE).first.click()
    axe(anyone)
    expect(anyone.get_by_role("main")).to_contain_text("acceptée par celles et ceux qu’elle cite")
    printed = anyone.request.get(str(anyone.get_by_role("link", name="Imprimer (PDF)").get_attribute("href")))
    assert printed.headers["content-type"] == "application/pdf"
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(printed.body())).pages)
    assert "chaises réparées" in words


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
