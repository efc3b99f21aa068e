"""Reports in a real browser: a funder follows one job to its contract by a link; the slider obeys the keyboard."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
Axe = Callable[[Page], None]
JOB = "Une livreuse à temps plein pour trois cuisines"


def test_a_funder_follows_one_job_from_the_page_to_its_contract(page_at: Open, axe: Axe) -> None:
    lena = page_at(1280, as_whom="lena")
    lena.goto("/fanal/lecture/liens/")
    row = lena.get_by_role("listitem").filter(has_text="Région Grand-Large, suivi des conventions")
    address = row.locator("code").inner_text()
    page = page_at(360)
    page.goto(urlsplit(address).path)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Un poste pour animer le pôle")
    expect(page.get_by_text("Le second poste attend un local, promis pour le printemps.").first).to_be_visible()
    axe(page)
    page.get_by_role("link", name=JOB).click()
    expect(page.get_by_text("Région Grand-Large, Ville de Port-Aval").first).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Lire son contrat, sans les noms de personnes").click()
    expect(page.get_by_text("35 heures par semaine")).to_be_visible()
    expect(page.get_by_text("Benhalima")).to_have_count(0)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_slider_goes_back_in_time_by_the_keyboard_alone(page_at: Open, axe: Axe) -> None:
    page = page_at(360, as_whom="lena")
    page.goto("/fanal/reseau/")
    slider = page.get_by_role("slider")
    last = int(slider.input_value())
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert int(slider.input_value()) == last - 2
    said = page.locator(".time-said").inner_text()
    assert slider.get_attribute("aria-valuetext") == said
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("slider")).to_have_value(str(last - 2))
    axe(page)
