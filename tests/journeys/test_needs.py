"""Needs in full, in a real browser: the letter without a password, a phone call noted, a chain of three, a bourse."""

import email
import email.policy
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from journeys.hands import Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]
LONGEST_WAIT = 240


def _letter(mails: Path, person: str) -> str:
    """Return the body of somebody's weekly letter, once the demo's own tick and worker have sent it."""
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        for file in mails.glob("*.log"):
            for text in file.read_text(errors="replace").split("-" * 79):
                message = email.message_from_string(text.strip(), policy=email.policy.default)
                body = message.get_body(("plain",)) if f"{person}@" in str(message["To"]) else None
                if body is not None and "Choisir ce que je re" in body.get_content():
                    return body.get_content()
        time.sleep(2)
    raise AssertionError(f"no letter for {person} in {LONGEST_WAIT} s")


@pytest.mark.parametrize("width", [1280, 360])
def test_an_answer_from_the_weekly_letter_without_a_password(page_at: Open, axe: Axe, mails: Path, width: int) -> None:
    person = {1280: "yuna", 360: "clara"}[width]
    link = re.search(r"http\S+(/fanal/lettre/repondre/\S+/)", _letter(mails, person))
    assert link is not None
    visitor = page_at(width, javascript=width == 1280)
    visitor.goto(link.group(1))
    if width == 1280:
        axe(visitor)
    visitor.get_by_role("radio", name="plus tard").check(force=True)
    with visitor.expect_navigation():
        visitor.get_by_role("button", name="Envoyer la réponse").click()
    expect(visitor.get_by_role("main")).to_contain_text("vous le reverrez ce jour-là")
    visitor.goto(link.group(1))
    expect(visitor.locator("body")).to_contain_text("ce lien ne sert plus")
    visitor.goto("/fanal/bonjour/")
    expect(visitor).to_have_url(re.compile("/compte/"))


def test_an_answer_given_by_phone_is_noted_by_a_mediator_and_read_by_the_structure(page_at: Open, axe: Axe) -> None:
    maud, nour = Pointer(page_at(360, as_whom="maud")), page_at(1280, as_whom="nour")
    maud.page.goto("/fanal/rapprochements/")
    with maud.page.expect_navigation():
        maud.page.get_by_role("main").get_by_role("link", name="Découper vingt panneaux").first.click()
    maud.press("Noter une réponse donnée de vive voix")
    axe(maud.page)
    maud.choose("L’Établi")
    maud.write("Qui l’a dit", "Idris K.")
    maud.choose("ça nous intéresse")
    maud.press("Noter la réponse")
    nour.goto(maud.page.url)
    expect(nour.get_by_role("main")).to_contain_text("noté par Maud R., dit par Idris K.")
    axe(nour)


def test_a_chain_of_three_is_accepted_by_the_last_and_written(page_at: Open, axe: Axe) -> None:
    nour = Pointer(page_at(360, as_whom="nour"))
    nour.page.goto("/fanal/chaines/")
    axe(nour.page)
    nour.press("Répondre")
    axe(nour.page)
    nour.press("Nous en sommes")
    expect(nour.page.get_by_role("main")).to_contain_text("tout le monde est d’accord")
    nour.press("Écrire l’accord")
    nour.press("Enregistrer le texte")
    expect(nour.page.get_by_role("heading", level=1)).to_contain_text("Une chaîne d’échanges à 3")
    nour.press("Signer pour L’Établi")
    sam = page_at(1280, as_whom="sam")
    sam.goto(nour.page.url)
    expect(sam.get_by_role("main")).to_contain_text("par Nour B.")


def test_a_bourse_from_cards_to_signatures(page_at: Open, axe: Axe) -> None:
    maud = Pointer(page_at(1280, as_whom="maud"))
    page = maud.page
    page.goto("/fanal/rencontres/")
    with page.expect_navigation():
        page.get_by_role("link", name="Bourse d’hiver").click()
    axe(page)
    maud.press("Saisir les cartes")
    axe(page)
    for who, side, title in (
        ("Jardins", "besoin", "Emprunter une laveuse de carottes"),
        ("La Tabl", "offre", "Prêter notre laveuse de carottes"),
    ):
        expect(page.get_by_label("Qui", exact=True)).to_be_focused()
        page.keyboard.type(who)
        page.get_by_label("Besoin ou offre").select_option(label=side)
        page.get_by_label("Genre").select_option(label="du matériel")
        page.get_by_label("La phrase").fill(title)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(title)
    page.goto("/fanal/rencontres/")
    with page.expect_navigation():
        page.get_by_role("link", name="Bourse d’hiver").click()
    maud.press("Projeter la bourse")
    expect(page.locator("#live")).to_contain_text("laveuse de carottes")
    axe(page)
    signing = (
        page.get_by_role("listitem").filter(has_text="laveuse de carottes").get_by_role("link", name="Signer sur place")
    )
    with page.expect_navigation():
        signing.first.click()
    axe(page)
    maud.press("Les deux signent")
    expect(page.locator("#live")).to_contain_text("1 accord signé")
