"""A coordinator imports a messy spreadsheet of forty structures; a structure leaves with all its data."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import Hands, Keyboard, Pointer
from rooms.directory.messy import BAD, GOOD, messy_workbook, name_of

Open = Callable[..., Page]
Axe = Callable[[Page], None]


def bring(hands: Hands, name: str, content: bytes) -> None:
    """Choose a file and have it read."""
    hands.page.goto("/fanal/structures/")
    hands.press("Importer un tableau")
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    hands.page.get_by_label("Le fichier").set_input_files(file)
    hands.press("Lire ce tableau")


def undo_if_written(page: Page) -> None:
    """Leave the pole as it was, for the other journeys."""
    Pointer(page).press("Défaire tout l’import")
    expect(page.get_by_role("main")).to_contain_text("défait")


@pytest.mark.parametrize(
    ("width", "hands_of", "javascript"), [(1280, Keyboard, True), (360, Pointer, False)], ids=["keyboard", "phone"]
)
def test_a_coordinator_imports_forty_messy_structures_and_takes_them_back(
    page_at: Open, axe: Axe, width: int, hands_of: type[Pointer] | type[Keyboard], javascript: bool
) -> None:
    page = page_at(width, as_whom="lena", javascript=javascript)
    hands = hands_of(page)
    bring(hands, f"membres {width}.xlsx", messy_workbook())
    main = page.get_by_role("main")
    expect(main).to_contain_text(f"{len(BAD)} lignes à corriger")
    expect(main).to_contain_text(f"{GOOD} lignes nouvelles")
    for words in ("au printemps 2019", "contact chez aulnes", "copain", "GIE-truc"):
        expect(main).to_contain_text(words)
    if javascript:
        axe(page)
    hands.press("Changer les colonnes")
    expect(page.get_by_role("combobox", name=re.compile("Nom structure"))).to_have_value("name")
    if javascript:
        axe(page)
    hands.press("Relire le tableau ainsi")
    hands.press("Importer les bonnes lignes seulement")
    expect(main).to_contain_text("importé")
    if javascript:
        axe(page)
    table = page.url
    page.goto("/fanal/structures/atelier-des-aulnes/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name_of(0))
    page.goto(table)
    undo_if_written(page)
    assert page.goto("/fanal/structures/atelier-des-aulnes/").status == 404  # type: ignore[union-attr]


def test_the_pages_of_imports_are_in_english_too(page_at: Open, axe: Axe) -> None:
    page = page_at(360, as_whom="lena")
    page.goto("/fanal/importer/")
    page.get_by_role("contentinfo").get_by_role("button", name="English").click()
    page.goto("/fanal/importer/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Import a table")
    axe(page)


def test_a_structure_leaves_with_all_its_data(page_at: Open, axe: Axe) -> None:
    page = page_at(360, as_whom="nour")
    page.goto("/fanal/structures/letabli/")
    Pointer(page).press("Emporter toutes ses données")
    axe(page)
    with page.expect_download() as waited:
        page.get_by_role("button", name="Recevoir le fichier").click()
    content = waited.value.path().read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {"index.html", "donnees/tout.json", "donnees/cooperations.csv"} <= set(archive.namelist())
        (folder := waited.value.path().parent / "left").mkdir(exist_ok=True)
        archive.extractall(folder)
    assert "L’Établi" in (folder / "index.html").read_text()
