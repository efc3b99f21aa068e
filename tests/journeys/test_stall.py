"""A street stall: the network is cut, the tab is killed, it is opened again, sent twice: one voice."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from journeys.conftest import Ear

Open = Callable[..., Page]
STALL, READ = "/fanal/paroles/stand/", "/fanal/paroles/a-relire/"


def test_what_is_said_without_network_arrives_once(page_at: Open, axe: Callable[[Page], None], ear: Ear) -> None:
    page = page_at(360, as_whom="maud")
    page.goto(STALL)
    axe(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto(STALL)
    context = page.context
    context.set_offline(True)
    page.get_by_label("Les mots").fill("Une fontaine sur la place du stand")
    page.get_by_role("button", name="Garder, personne suivante").click()
    expect(page.get_by_text("1 à envoyer")).to_be_visible()
    code = page.locator("[data-stall-list]").inner_text()[:9]  # written on the paper receipt without network
    page.close()
    again = context.new_page()
    again.goto(STALL)
    expect(again.get_by_text("Une fontaine sur la place du stand")).to_be_visible()
    kept = again.evaluate("localStorage.getItem('phares.stall.fanal')")
    context.set_offline(False)
    expect(again.get_by_text("Envoyé.")).to_be_visible()
    again.evaluate("kept => localStorage.setItem('phares.stall.fanal', kept)", kept)
    again.reload()
    expect(again.get_by_text("Envoyé.")).to_be_visible()
    again.goto(READ)
    expect(again.get_by_text("Une fontaine sur la place du stand")).to_have_count(1)
    again.goto(f"/fanal/paroles/suivi/{code}/")
    expect(again.get_by_text("Une fontaine sur la place du stand")).to_be_visible()
    ear.complaints[:] = [one for one in ear.complaints if "ERR_INTERNET_DISCONNECTED" not in one]  # it was cut


def test_a_resident_says_it_on_a_phone_without_script(page_at: Open) -> None:
    page = page_at(360, javascript=False)
    page.goto("/fanal/habitants/")
    page.get_by_role("link", name="Dire ce qui manque, en une minute").click()
    page.get_by_label("Vos mots").fill("Un abri pour les vélos devant la gare du canal")
    page.wait_for_timeout(2100)  # the form refuses what no hand could have written
    page.get_by_role("button", name="Le dire").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("C’est dit")
    page.get_by_alt_text("Le plan des quartiers").click()
    expect(page.get_by_text("L’endroit est noté")).to_be_visible()
    page.get_by_role("button", name="Effacer mes mots").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("C’est effacé")


def test_a_mediator_types_twenty_cards_by_keyboard(page_at: Open) -> None:
    page = page_at(1280, as_whom="maud")
    page.goto("/fanal/paroles/saisir/")
    words = page.get_by_label("Les mots")
    for number in range(20):
        expect(words).to_be_focused()
        page.keyboard.type(f"Carte du clavier {number:02}")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.get_by_text("Carte du clavier", exact=False)).to_have_count(20)
