"""A workshop to its minutes: prepared and sorted by keyboard on a projected page, dots from a phone without script."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journeys.hands import Keyboard, Pointer

Open = Callable[..., Page]
TITLE = "Atelier du parcours"


def test_a_workshop_goes_from_cards_to_minutes(page_at: Open, axe: Callable[[Page], None]) -> None:
    page = page_at(1280, as_whom="maud")
    mouse, keys = Pointer(page), Keyboard(page)
    page.goto("/fanal/ateliers/")
    mouse.press("Préparer un atelier")
    page.get_by_label("Titre").fill(TITLE)
    page.get_by_label("Le jour").fill("2026-03-03")
    mouse.press("Préparer")
    here = page.url
    mouse.press("Commencer le tri")
    mouse.press("Écrire une carte")
    for words in ("Une fontaine sur la place du parcours", "De l’ombre sur la place du parcours"):
        expect(page.get_by_label("Les mots, tels")).to_be_focused()
        page.keyboard.type(words)
        keys.press("Mettre au mur")
    page.goto(here)
    axe(page)
    mouse.press("Trier la carte suivante")
    axe(page)
    page.get_by_label("Un nouveau problème, en une phrase").fill("La place du parcours brûle l’été")
    keys.press("Créer ce problème")
    expect(page.get_by_role("button", name="La place du parcours brûle l’été")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")  # the next card, under the same problem: one key
    expect(page.get_by_role("heading", level=1)).to_contain_text("Toutes les cartes sont rangées")
    mouse.press("Revenir à l’atelier")
    mouse.press("Compter qui est là")
    page.get_by_label("habitantes et habitants").fill("9")
    mouse.press("Enregistrer")
    mouse.press("Passer aux points")
    page.goto(f"{here}mur/")
    axe(page)
    code = page.locator(".vote-way .code").inner_text()

    phone = page_at(360, javascript=False)
    phone.goto("/fanal/ateliers/points/")
    phone.get_by_label("Le code affiché au mur").fill(code.lower())
    phone.get_by_role("button", name="Continuer").click()
    phone.get_by_label("La place du parcours brûle l’été").select_option("3")
    phone.get_by_role("button", name="Poser mes points").click()
    expect(phone.get_by_text("Vos points sont posés")).to_be_visible()
    expect(page.get_by_text("3 points posés sur 27")).to_be_visible()  # the wall comes again by itself

    page.goto(f"{here}decision/")
    page.get_by_label("Ce qui est décidé").fill("Demander une fontaine")
    page.get_by_label("Ou qui d’autre").fill("le groupe de la place")
    mouse.press("Enregistrer")
    page.goto(f"{here}clore/")
    mouse.press("Clore")
    axe(page)
    expect(page.get_by_text("Demander une fontaine")).to_be_visible()
    assert page.request.get(f"{here}compte-rendu.pdf").body().startswith(b"%PDF")


def test_a_resident_reads_what_becomes_of_it_and_answers(page_at: Open) -> None:
    page = page_at(360, javascript=False)
    page.goto("/fanal/paroles/")
    page.get_by_role("link", name="Ce que cela devient").click()
    page.locator("main ul.lines a").first.click()
    expect(page.get_by_role("heading", name="Ce qui ne se fait pas, et pourquoi")).to_be_visible()
    page.get_by_role("link", name="Dire autre chose").click()
    expect(page.get_by_label("Vos mots")).to_be_visible()
