"""People in a real browser: an invitation, a password and a code, a passkey, a person on paper, somebody who leaves."""

import json
import re
import time
import uuid
import zipfile
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from journeys.hands import Pointer

Open = Callable[..., Page]
Axe = Callable[[Page], None]
TabTo = Callable[[Page, str], None]
Letters = Callable[[str, str], str]
PERIOD = 30  # seconds that a code lasts
PASSWORD = "une phrase que je retiens"


@pytest.fixture
def letters(mails: Path) -> Letters:
    """Return a function that waits for a mail to an address and returns the path of the link in it that begins so."""

    def link(mail: str, begins: str) -> str:
        for _ in range(300):
            for path in sorted(mails.glob("*.log"), key=lambda one: one.stat().st_mtime_ns, reverse=True):
                message = message_from_bytes(path.read_bytes(), policy=policy.default)
                body = message.get_content() if message["To"] == mail else ""
                if found := re.search(rf"http://[^/\s]+(/{begins}/[^\s]+)", body):
                    return found[1]
            time.sleep(0.2)
        raise AssertionError(f"no mail to {mail}")

    return link


def invited(page_at: Open, letters: Letters, width: int) -> tuple[Page, str, str]:
    """Let Léna make somebody known and invite them; return their browser at the page of the letter, name and mail."""
    name = f"Zoé{uuid.uuid4().hex[:6]}"
    mail = f"{name.lower().replace('é', 'e')}@etabli.example"
    lena = page_at(1280, as_whom="lena")
    lena.goto("/fanal/personnes/ajouter/?pour=letabli")
    lena.locator("#id_given_name").fill(name)
    lena.locator("#id_email").fill(mail)
    Pointer(lena).press("Enregistrer")
    page = page_at(width)
    page.goto(letters(mail, "invitation"))
    return page, name, mail


def code_of(secret: str, ahead: int = 0) -> str:
    """Return the code that the phone shows now, or so many periods ahead."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + ahead))


def leave(page: Page) -> None:
    """Come back later, with a browser that remembers nothing."""
    page.context.clear_cookies()


@pytest.mark.parametrize("width", [1280, 360])
def test_from_an_invitation_to_a_password_and_a_code_on_the_phone(
    page_at: Open, axe: Axe, letters: Letters, width: int
) -> None:
    page, name, mail = invited(page_at, letters, width)
    letter = page.url
    hands = Pointer(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    axe(page)
    hands.press("Entrer dans le pôle")
    expect(page).to_have_url(re.compile("/fanal/bonjour/"))

    page.goto("/compte/securite/")
    axe(page)
    hands.press("En choisir un")
    axe(page)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    hands.press("Enregistrer")
    page.goto("/compte/securite/totp/activate/")
    if "reauthenticate" in page.url:
        page.locator("input[type=password]").fill(PASSWORD)
        hands.press("Continuer")
    axe(page)
    secret = page.locator(".secret").inner_text()
    page.locator("#id_code").fill(code_of(secret))
    hands.press("Demander ce code désormais")
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes de secours")
    recovery = page.locator(".codes code").first.inner_text()
    axe(page)

    leave(page)
    page.goto(letter)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce lien ne sert plus")
    axe(page)
    page.goto("/compte/login/")
    page.get_by_text("J’ai un mot de passe").click()
    page.locator("#id_login").fill(mail)
    page.locator("#id_password").fill(PASSWORD)
    hands.press("Entrer avec mon mot de passe")
    expect(page.get_by_role("heading", level=1)).to_have_text("Encore un code")
    axe(page)
    page.locator("#id_code").fill(code_of(secret, ahead=1))
    hands.press("Entrer")
    expect(page).to_have_url(re.compile("/fanal/"))

    leave(page)
    page.goto("/compte/login/")
    page.locator("#id_email").fill(mail)
    hands.press("Recevoir le lien")
    axe(page)
    page.goto(letters(mail, "entrer"))
    axe(page)
    hands.press("Entrer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Encore un code")
    page.locator("#id_code").fill(recovery)
    hands.press("Entrer")
    page.goto("/compte/sessions/")
    axe(page)
    expect(page.get_by_role("main")).to_contain_text("ici")


def with_authenticator(page: Page) -> None:
    """Give the browser a device of its own that knows its owner's finger."""
    client = page.context.new_cdp_session(page)
    client.send("WebAuthn.enable")
    client.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_passkey_is_added_then_lets_one_in_by_keyboard_alone(
    page_at: Open, axe: Axe, tab_to: TabTo, letters: Letters
) -> None:
    page, _name, _mail = invited(page_at, letters, 1280)
    hands = Pointer(page)
    hands.press("Entrer dans le pôle")
    with_authenticator(page)
    page.goto("/compte/securite/webauthn/add/")
    axe(page)
    page.locator("#id_name").fill("Mon ordinateur")
    hands.press("Ajouter cet appareil")
    expect(page.get_by_role("heading", level=1)).to_have_text("Codes de secours")
    page.goto("/compte/securite/webauthn/")
    axe(page)
    expect(page.get_by_role("main")).to_contain_text("Mon ordinateur")
    leave(page)
    page.goto("/compte/login/")
    tab_to(page, "Entrer avec ma clé d’accès")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/fanal/"), timeout=20_000)
    page.goto("/moi/")
    expect(page.get_by_role("main")).to_contain_text("L’Établi")


def test_a_device_that_does_not_answer_changes_nothing_and_says_so(page_at: Open, letters: Letters) -> None:
    page, _name, _mail = invited(page_at, letters, 360)
    Pointer(page).press("Entrer dans le pôle")
    page.goto("/compte/securite/webauthn/add/")
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error('refused')) }")
    page.get_by_role("button", name="Ajouter cet appareil").click()
    expect(page.get_by_role("alert")).to_contain_text("vous avez renoncé")


def test_without_javascript_a_passkey_is_not_offered_and_the_mail_is(page_at: Open) -> None:
    page = page_at(360, javascript=False)
    page.goto("/compte/login/")
    expect(page.get_by_role("button", name="Entrer avec ma clé d’accès")).to_be_hidden()
    expect(page.get_by_role("main")).to_contain_text("Les clés d’accès demandent un navigateur récent")
    expect(page.get_by_role("button", name="Recevoir le lien")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_mediator_makes_somebody_known_on_paper_and_notes_what_she_says(page_at: Open, axe: Axe, width: int) -> None:
    maud, name = page_at(width, as_whom="maud"), f"Fatima {uuid.uuid4().hex[:5]}"
    hands = Pointer(maud)
    maud.goto("/fanal/habitants/connus/")
    axe(maud)
    hands.press("Noter une personne")
    axe(maud)
    maud.locator("#id_given_name").fill(name)
    hands.press("Enregistrer")
    expect(maud.get_by_role("main")).to_contain_text(name)
    with maud.expect_navigation():
        maud.get_by_role("listitem").filter(has_text=name).get_by_role("link", name=re.compile("Ce qu’elle")).click()
    hands.choose("recevoir des nouvelles")
    hands.choose("de vive voix")
    day = time.strftime("%Y-%m-%d", time.localtime(time.time() + 40 * 86_400))
    maud.get_by_label("Jusqu’au").fill(day)
    hands.press("Enregistrer")
    expect(maud.get_by_role("main")).to_contain_text("Recevoir des nouvelles")
    axe(maud)


def test_somebody_who_leaves_takes_everything_away_and_is_erased(page_at: Open, axe: Axe, letters: Letters) -> None:
    page, name, mail = invited(page_at, letters, 360)
    hands = Pointer(page)
    hands.press("Entrer dans le pôle")
    page.goto("/moi/donnees/")
    axe(page)
    expect(page.get_by_role("main")).to_contain_text(mail)
    with page.expect_download() as download:
        page.get_by_role("link", name="Emporter une archive").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        copy = json.loads(archive.read("donnees.json"))
    assert copy["person"]["email"] == mail
    hands.press("Effacer mon nom et mes coordonnées")
    axe(page)
    page.get_by_role("checkbox").check()
    hands.press("Effacer")
    expect(page.get_by_role("status")).to_contain_text("sont effacés")
    page.goto("/moi/")
    expect(page).to_have_url(re.compile("/compte/login/"))
    lena = page_at(1280, as_whom="lena")
    lena.goto("/fanal/personnes/")
    expect(lena.get_by_role("main")).not_to_contain_text(name)


def test_a_funder_reads_by_a_link_and_nothing_else(page_at: Open, axe: Axe) -> None:
    lena = page_at(1280, as_whom="lena")
    hands = Pointer(lena)
    lena.goto("/fanal/lecture/liens/donner/")
    axe(lena)
    reader = f"Département {uuid.uuid4().hex[:5]}"
    lena.get_by_label("Pour qui").fill(reader)
    hands.choose("financeur, tout le pôle")
    lena.get_by_label("Dernier jour").fill(time.strftime("%Y-%m-%d", time.localtime(time.time() + 9 * 86_400)))
    hands.press("Faire le lien")
    axe(lena)
    link = lena.get_by_role("listitem").filter(has_text=reader).locator("code").inner_text()
    page = page_at(360)
    page.goto(re.sub(r"^http://[^/]+", "", link))
    axe(page)
    Pointer(page).press("Ouvrir")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ce que vous pouvez lire")
    axe(page)
    Pointer(page).press("Les coopérations")
    axe(page)
    page.goto("/fanal/personnes/")
    expect(page).to_have_url(re.compile("/compte/login/"))


IN_ENGLISH = ["/moi/", "/moi/donnees/", "/compte/securite/", "/compte/login/", "/fanal/donnees-personnelles/"]
FRENCH = re.compile(r"\b(votre|vous|adresse électronique|clé d’accès)\b", re.IGNORECASE)


@pytest.mark.parametrize("path", IN_ENGLISH)
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_of_the_account_read_in_english_too(page_at: Open, axe: Axe, path: str, width: int) -> None:
    page = page_at(width, as_whom="" if path == "/compte/login/" else "nour")
    page.goto(path)
    with page.expect_navigation():
        page.locator("footer").get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    french = page.get_by_role("main").get_by_text(FRENCH)
    assert french.count() == 0, french.all_inner_texts()
    axe(page)
