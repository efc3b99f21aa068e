"""Entering by the one mail that holds a link and a code: who gets in, once, and who does not."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import signing
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.entry_links import entry_token

As = Callable[[str], Client]
ASK = "/compte/login/code/"


def _link(mail: EmailMessage) -> str:
    """Return the path of the link that a mail holds."""
    found = re.search(r"http://[^/]+(/entrer/\S+)", mail.body)
    assert found
    return found[1]


@pytest.fixture
def letter(cast: Cast, mailoutbox: list[EmailMessage]) -> EmailMessage:
    """The mail that Nour has asked for."""
    Client().post(ASK, {"email": "NOUR@etabli.example"})
    (mail,) = mailoutbox
    return mail


def _enters(client: Client, path: str) -> bool:
    """Press the button of a link; say whether one is inside afterwards."""
    client.post(path)
    return "_auth_user_id" in client.session


def test_one_mail_holds_a_link_and_a_code_and_says_why_it_came(letter: EmailMessage) -> None:
    assert letter.to == ["nour@etabli.example"]
    assert re.search(r"\n    \S{6,}\n", letter.body)
    assert "Pourquoi ce message" in letter.body
    assert _link(letter)


def test_the_link_shows_whom_it_is_for_and_only_its_button_enters(letter: EmailMessage, cast: Cast) -> None:
    client = Client()
    page = client.get(_link(letter))
    assert "Bonjour Nour" in page.content.decode()
    assert "_auth_user_id" not in client.session
    assert _enters(client, _link(letter))
    assert client.session["_auth_user_id"] == str(cast.people["nour"].pk)


def test_the_link_serves_once_even_in_another_browser(letter: EmailMessage) -> None:
    assert _enters(Client(), _link(letter))
    again = Client()
    assert again.get(_link(letter)).status_code == 410
    assert not _enters(again, _link(letter))


def test_the_link_is_over_once_the_code_beside_it_has_served(cast: Cast, mailoutbox: list[EmailMessage]) -> None:
    client = Client()
    client.post(ASK, {"email": "nour@etabli.example"})
    code = re.search(r"\n    (\S{6,})\n", mailoutbox[0].body)
    assert code
    client.post("/compte/login/code/confirm/", {"code": code[1]})
    assert "_auth_user_id" in client.session
    assert not _enters(Client(), _link(mailoutbox[0]))


def test_the_link_is_over_after_a_quarter_of_an_hour(letter: EmailMessage, monkeypatch: pytest.MonkeyPatch) -> None:
    late = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr(signing.time, "time", late.timestamp)
    assert not _enters(Client(), _link(letter))


def test_the_link_is_over_once_the_mail_is_another_one(letter: EmailMessage, cast: Cast, now: datetime) -> None:
    actions.ask_mail_change(
        person=cast.people["nour"], email="nour@ailleurs.example", pole=cast.pole, by=CONSOLE, at=now
    )
    assert not _enters(Client(), _link(letter))


def test_a_false_or_altered_link_opens_the_same_page_as_an_old_one(letter: EmailMessage) -> None:
    path = _link(letter)
    altered = path[:-4] + ("aaa/" if path[-4:] != "aaa/" else "bbb/")
    for one in ("/entrer/rien/", "/entrer/a:b:c/", altered):
        answer = Client().get(one)
        assert answer.status_code == 410
        assert "Ce lien ne sert plus" in answer.content.decode()


def test_a_link_made_for_one_purpose_opens_no_other(letter: EmailMessage) -> None:
    token = _link(letter).removeprefix("/entrer/")
    for page in ("invitation", "adresse"):
        assert Client().get(f"/{page}/{token}").status_code == 410


def test_the_link_leads_to_the_page_that_was_asked_for_and_to_none_elsewhere(cast: Cast) -> None:
    nour = cast.people["nour"]
    asked = Client().post(f"/entrer/{entry_token(nour, '/fanal/structures/')}/")
    assert asked["Location"] == "/fanal/structures/"
    nour.refresh_from_db()
    assert Client().post(f"/entrer/{entry_token(nour, 'https://piege.example/')}/")["Location"] == "/"


def test_the_login_page_answers_the_same_for_a_known_and_for_an_unknown_mail(cast: Cast) -> None:
    def answer(mail: str) -> tuple[Any, ...]:
        client = Client()
        sent = client.post(ASK, {"email": mail})
        shown = client.get(sent["Location"]).content.decode().replace(mail, "")
        return sent.status_code, sent["Location"], re.sub(r'value="[^"]{20,}"', "", shown)

    assert answer("nour@etabli.example") == answer("personne@nulle.example")


def test_the_password_page_answers_the_same_for_a_known_and_for_an_unknown_mail(cast: Cast) -> None:
    nour = cast.people["nour"]
    nour.set_password("une phrase assez longue")
    nour.save()

    def answer(mail: str) -> tuple[int, str]:
        sent = Client().post("/compte/login/", {"login": mail, "password": "une autre phrase"})
        return sent.status_code, re.sub(r'value="[^"]*"', "", sent.content.decode())

    assert answer("nour@etabli.example") == answer("personne@nulle.example")


def test_whoever_set_a_session_before_does_not_share_the_one_that_enters(letter: EmailMessage) -> None:
    client = Client()
    client.get("/compte/login/")
    client.session["planted"] = True
    client.session.save()
    before = client.session.session_key
    assert _enters(client, _link(letter))
    assert client.session.session_key != before
    stolen = Client()
    stolen.cookies["sessionid"] = before or ""
    assert "_auth_user_id" not in stolen.session


def test_asking_again_and_again_for_one_mail_is_refused_in_words(cast: Cast) -> None:
    answers = [Client().post(ASK, {"email": "nour@etabli.example"}) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert "attendez quelques minutes" in answers[-1].content.decode()
    assert Client().post(ASK, {"email": "sam@roue.example"}).status_code == 302


def test_trying_many_passwords_is_refused_in_words(cast: Cast) -> None:
    tried = {"login": "nour@etabli.example", "password": "au hasard, encore"}
    pages = [Client().post("/compte/login/", tried).content.decode() for _ in range(6)]
    assert "ne vont pas ensemble" in pages[0]
    assert "attendez quelques minutes" in pages[-1]


def test_trying_many_mails_from_one_place_is_refused_in_words(cast: Cast, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"request_login_code": "2/h/ip"}
    mails = [f"essai{number}@nulle.example" for number in range(3)]
    answers = [Client(REMOTE_ADDR="127.0.0.99").post(ASK, {"email": mail}) for mail in mails]
    assert [answer.status_code for answer in answers] == [302, 302, 200]
    assert "attendez" in answers[-1].content.decode()


def test_pressing_a_button_of_the_account_without_end_is_refused_with_a_page_that_says_so(
    cast: Cast, client_as: As, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"change_password": "2/h/user"}
    nour = client_as("nour")
    answers = [nour.post("/compte/password/set/", {"password1": "court"}) for _ in range(3)]
    assert answers[-1].status_code == 429
    assert "Une minute, s’il vous plaît" in answers[-1].content.decode()


def test_a_link_does_not_spare_the_code_of_a_phone(letter: EmailMessage, cast: Cast) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(cast.people["nour"], generate_totp_secret())
    client = Client()
    answer = client.post(_link(letter))
    assert answer["Location"] == "/compte/securite/authenticate/"
    assert "_auth_user_id" not in client.session
