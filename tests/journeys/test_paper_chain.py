"""From a paper card to the sheet on the door, with no e-mail anywhere: nobody in this story needs a screen but Maud."""

from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from journeys.hands import Pointer

Open = Callable[..., Page]


def test_a_paper_card_becomes_a_problem_a_response_and_a_line_on_the_door(page_at: Open) -> None:
    page = page_at(360, as_whom="maud")
    hands = Pointer(page)
    page.goto("/fanal/paroles/saisir/")
    hands.write("Les mots", "Personne ne recoud les manteaux des petits de la halte")
    page.get_by_label("Tout le monde peut lire ces mots").check()
    page.get_by_label("Un prénom").fill("Mme Aiguille")
    page.get_by_label("Comment vous donner la réponse").select_option("passes")
    page.get_by_label("Le numéro, le jour de passage").fill("le jeudi")
    hands.press("Enregistrer, carte suivante")
    code = page.get_by_role("main").get_by_role("link", name="-").first.inner_text()
    page.goto("/fanal/paroles/a-relire/")
    page.get_by_role("listitem").filter(has_text="manteaux des petits").get_by_role("link").first.click()
    hands.press("Relue, la suivante")
    page.goto("/fanal/problemes/ecrire/")
    hands.write("Le problème, en une phrase", "Des manteaux que personne ne recoud")
    page.get_by_label("social").check()
    page.get_by_label("Personne ne recoud les manteaux").check()
    hands.press("Enregistrer")
    hands.press("Dire ce qui y répond")
    page.get_by_label("Une coopération").select_option(label="L’atelier vélo du mardi")
    hands.write("Ce qui est fait, en une phrase", "On recoud aussi, le mardi")
    hands.press("Enregistrer")
    expect(page.get_by_role("link", name="On recoud aussi, le mardi", exact=True)).to_be_visible()
    page.goto("/fanal/paroles/a-rappeler/")
    line = page.get_by_role("listitem").filter(has_text="Mme Aiguille")
    expect(line).to_contain_text("On recoud aussi, le mardi")
    line.get_by_role("link", name="C’est dit").click()
    hands.write("Ce qui lui a été dit", "On recoud le mardi, venez avec le manteau")
    hands.press("C’est dit")
    visitor = page_at(360, javascript=False)
    visitor.goto("/fanal/paroles/suivi/")
    visitor.get_by_label("Le code du reçu").fill(code.lower().replace("-", " "))
    visitor.get_by_role("button", name="Chercher").click()
    expect(visitor.get_by_text("On recoud aussi, le mardi").first).to_be_visible()
    expect(visitor.get_by_text("Mme Aiguille")).to_have_count(0)
    month = page.evaluate("new Date().toISOString().slice(0, 7)")
    sheet = page.request.get(f"/fanal/paroles/feuille-du-hall.pdf?mois={month}")
    text = " ".join(PdfReader(BytesIO(sheet.body())).pages[0].extract_text().split())
    assert "recoud les manteaux" in text
    assert "On recoud aussi, le mardi" in text
