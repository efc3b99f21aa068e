"""From a call to its money, on a phone: the team found, accepted by all, its budget, its file, then the grant."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from journeys.hands import Keyboard, Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]
SEARCH = 120_000  # the demo's worker takes its turn


def test_a_call_answered_by_two_and_won(page_at: Open, axe: Axe, tmp_path: Path) -> None:
    lena, nour, sam = (Pointer(page_at(360, as_whom=who)) for who in ("lena", "nour", "sam"))
    _note_the_call(lena)
    axe(lena.page)
    lena.press("Y répondre ensemble")
    lena.press("Composer l’équipe")
    lena.press("Chercher la meilleure équipe")
    best = lena.page.get_by_role("article").filter(has_text="La meilleure")
    expect(best).to_contain_text("Roue Libre", timeout=SEARCH)
    expect(best).to_contain_text("prouvé")
    axe(lena.page)
    lena.press("Prendre cette équipe")
    lena.press("Inviter celles")
    address = lena.page.url.partition("#")[0]
    for one in (nour, sam):
        one.page.goto(address)
        one.press("Répondre à l’invitation")
        one.choose("oui, nous en sommes")
        one.press("Répondre")
    lena.page.goto(f"{address}groupement/")
    lena.choose("conjoint, avec")
    lena.choose("L’Établi")
    lena.press("Choisir")
    lena.page.goto(f"{address}parts/")
    lena.write("L’Établi", "50")
    lena.write("Roue Libre", "50")
    lena.press("Écrire ces parts")
    for one in (nour, sam):
        one.page.goto(f"{address}budget/")
        one.press("Écrire notre ligne")
        one.write("64", "4 000")
        one.press("Écrire notre ligne")
        one.page.goto(f"{address}on-y-va/")
        one.press("Dire si l’on y va")
        one.choose("on y va")
        one.press("Le dire")
    axe(sam.page)
    lena.page.goto(f"{address}promettre/")
    lena.write("Ce que l’on comptera", "Meubles remis en selle")
    lena.write("En quoi", "meubles")
    lena.page.get_by_label("Combien").fill("40")
    lena.press("Le proposer")
    nour.page.goto(f"{address}on-y-va/")
    expect(nour.page.get_by_role("main")).not_to_contain_text("il manque")
    axe(nour.page)
    nour.page.goto(f"{address}budget/")
    expect(nour.page.get_by_role("main")).to_contain_text(re.compile(r"8\s000,00"))
    axe(nour.page)
    nour.page.goto(f"{address}pieces/")
    axe(nour.page)
    with nour.page.expect_download() as taken:
        nour.page.get_by_role("link", name="Télécharger le dossier").click()
    taken.value.save_as(tmp_path / "dossier.zip")
    assert (tmp_path / "dossier.zip").read_bytes()[:2] == b"PK"
    nour.press("Déposer le dossier")
    nour.press("Déposer")
    expect(nour.page.get_by_text("Sa copie est gelée")).to_be_visible()
    _won(lena, address)
    axe(lena.page)
    lena.press("Voir la subvention")
    expect(lena.page.get_by_role("main")).to_contain_text("Meubles remis en selle")
    axe(lena.page)
    grant = lena.page.url.rstrip("/").rpartition("/")[2]
    lena.page.get_by_role("link", name="Des meubles qui roulent").last.click()
    expect(lena.page.get_by_role("main")).to_contain_text("mandataire du groupement")
    expect(lena.page.get_by_role("main")).to_contain_text(re.compile(r"4\s000,00\s€ de charges"))
    axe(lena.page)
    _reached(lena, grant)
    row = lena.page.get_by_role("row").filter(has_text="Meubles remis en selle")
    expect(row).to_contain_text(re.compile(r"40\smeubles.*12\smeubles", re.DOTALL))
    axe(lena.page)


def _reached(lena: Pointer, grant: str) -> None:
    """Note what was reached, and read the page of the funder."""
    lena.page.goto("/fanal/resultats/noter/")
    lena.page.get_by_role("checkbox", name=re.compile("Meubles remis en selle")).check(force=True)
    lena.write("Ce qui a été atteint", "Douze meubles roulent")
    lena.page.get_by_label("Quel jour").fill(timezone.localdate().isoformat())
    lena.page.get_by_label("Combien").fill("12")
    lena.press("Noter")
    lena.page.goto(f"/fanal/bilans/{grant}/ecrire/")
    lena.write("Ce qui s’est passé", "Douze meubles roulent déjà.")
    lena.write("Ce qui n’a pas marché", "Rien encore.")
    lena.write("Pourquoi cet écart", "L’année commence.")
    lena.press("Enregistrer")
    lena.page.goto(f"/fanal/bilans/{grant}/")


def test_a_card_is_added_and_removed_by_keyboard_alone(page_at: Open, axe: Axe) -> None:
    page = page_at(1280, as_whom="lena")
    page.goto("/fanal/reponses/")
    keys = Keyboard(page)
    keys.press("Une cour qui nourrit")
    keys.reach("Ajouter", "button")  # the first card is that of the most useful
    page.keyboard.press("Enter")
    team = page.get_by_role("region", name="Dans l’équipe")
    expect(team.get_by_role("button", name="Retirer L’Établi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(team).not_to_contain_text("L’Établi")
    axe(page)


def _note_the_call(lena: Pointer) -> None:
    """Note a call of two rows, which two structures cover together and nobody alone."""
    lena.page.goto("/fanal/appels/noter/")
    lena.write("L’appel", "Des meubles qui roulent")
    lena.write("Qui le lance", "Ville de Port-Aval")
    lena.page.get_by_label("Se ferme le").fill((timezone.localdate() + timedelta(days=30)).isoformat())
    lena.press("Noter cet appel")
    for skill in ("mécanique cycle", "menuiserie"):
        lena.press("Ajouter une ligne")
        lena.write("Ce qu’il faut savoir faire", skill)
        lena.press("Ajouter")


def _won(lena: Pointer, address: str) -> None:
    """Record that it was won, and how much."""
    lena.page.goto(f"{address}resultat/")
    lena.choose("gagné")
    lena.write("Si c’est gagné", "8 000")
    lena.page.get_by_label("À partir du").fill(timezone.localdate().isoformat())
    lena.page.get_by_label("Jusqu’au").fill((timezone.localdate() + timedelta(days=364)).isoformat())
    lena.press("Noter")
    expect(lena.page.get_by_role("main")).to_contain_text("Voir la coopération")
