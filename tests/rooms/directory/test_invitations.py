"""Invitations: a letter that opens the site once, before its day, to the person it was written to."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Invitation, Person

As = Callable[[str], Client]
Run = Callable[[], int]


@pytest.fixture
def zoe(cast: Cast, now: datetime) -> Person:
    """Somebody whom the pole has just made known, and who never entered."""
    at: dict[str, Any] = {"by": CONSOLE, "at": now}
    person = actions.register_person(pole=cast.pole, given_name="Zoé", email="zoe@etabli.example", **at)
    etabli = cast.structures["etabli"]
    actions.give_mandate(
        person=person, pole=cast.pole, role="representative", structure=etabli, from_on=now.date(), **at
    )
    return person


def _sent(cast: Cast, person: Person, at: datetime, run_tasks: Run, outbox: list[EmailMessage]) -> str:
    """Invite a person and return the path of the letter's link."""
    outbox.clear()
    actions.invite_person(person=person, pole=cast.pole, by=cast.actor("lena"), at=at)
    run_tasks()
    found = re.search(r"http://[^/]+(/invitation/\S+)", outbox[0].body)
    assert found
    return found[1]


def test_the_letter_says_who_invites_and_its_page_for_whom_one_will_act(
    cast: Cast, zoe: Person, now: datetime, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    path = _sent(cast, zoe, now, run_tasks, mailoutbox)
    assert "Léna M." in mailoutbox[0].body
    assert mailoutbox[0].to == ["zoe@etabli.example"]
    page = Client().get(path).content.decode()
    assert "Bienvenue, Zoé" in page
    assert "L’Établi" in page


def test_the_button_enters_once_and_leads_home(
    cast: Cast, zoe: Person, now: datetime, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    path = _sent(cast, zoe, now, run_tasks, mailoutbox)
    client = Client()
    assert "_auth_user_id" not in (client.get(path) and client.session)
    assert client.post(path)["Location"] == "/fanal/bonjour/"
    assert client.session["_auth_user_id"] == str(zoe.pk)
    replayed = Client()
    assert replayed.get(path).status_code == 410
    assert replayed.post(path).status_code == 410
    assert "_auth_user_id" not in replayed.session
    assert JournalEntry.objects.filter(event="InvitationAccepted", person_id=zoe.pk).count() == 1


def test_of_two_who_press_at_once_one_enters(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    invitation = actions.invite_person(person=cast.people["idris"], pole=cast.pole, by=cast.actor("lena"), at=now)
    press = lambda: actions.accept_invitation(invitation=invitation, at=now)  # noqa: E731
    told = several_at_once(press, press)
    assert sorted(type(one).__name__ for one in told) == ["InvitationOver", "Person"]


def _another_letter(cast: Cast, zoe: Person, now: datetime) -> None:
    actions.invite_person(person=zoe, pole=cast.pole, by=cast.actor("lena"), at=now)


def _taken_back(cast: Cast, zoe: Person, now: datetime) -> None:
    actions.withdraw_invitation(invitation=zoe.invitations.get(), by=cast.actor("lena"), at=now)


def _too_old(cast: Cast, zoe: Person, now: datetime) -> None:
    Invitation.objects.update(expires_at=now - timedelta(seconds=1))


def _another_mail(cast: Cast, zoe: Person, now: datetime) -> None:
    actions.ask_mail_change(person=zoe, email="zoe@ailleurs.example", pole=cast.pole, by=cast.actor("lena"), at=now)


def _closed_account(cast: Cast, zoe: Person, now: datetime) -> None:
    Person.objects.filter(pk=zoe.pk).update(is_active=False)


@pytest.mark.parametrize("happens", [_another_letter, _taken_back, _too_old, _another_mail, _closed_account])
def test_a_letter_no_longer_opens_once_something_else_happened(
    cast: Cast, zoe: Person, now: datetime, run_tasks: Run, mailoutbox: list[EmailMessage], happens: Any
) -> None:
    path = _sent(cast, zoe, now, run_tasks, mailoutbox)
    happens(cast, zoe, now)
    client = Client()
    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410
    assert "_auth_user_id" not in client.session


def test_a_person_on_paper_or_without_mandate_is_not_written_to(cast: Cast, now: datetime) -> None:
    with pytest.raises(actions.PersonOnPaper):
        actions.invite_person(person=cast.people["odile"], pole=cast.pole, by=cast.actor("lena"), at=now)
    nobody = actions.register_person(pole=cast.pole, given_name="Ali", email="ali@etabli.example", by=CONSOLE, at=now)
    with pytest.raises(actions.NoMandateToActWith):
        actions.invite_person(person=nobody, pole=cast.pole, by=cast.actor("lena"), at=now)


@pytest.mark.parametrize("who", ["nour", "maud", "hind"])
def test_those_who_do_not_keep_the_directory_invite_nobody(cast: Cast, now: datetime, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.invite_person(person=cast.people["idris"], pole=cast.pole, by=cast.actor(who), at=now)


def test_a_keeper_of_another_pole_invites_nobody_here(cast: Cast, stranger: Actor, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.invite_person(person=stranger.person, pole=stranger.mandate.pole, by=cast.actor("lena"), at=now)


def test_a_person_is_invited_in_the_screen_that_makes_them_known(
    cast: Cast, client_as: As, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    entry = {
        "given_name": "Zoé",
        "email": "zoe@etabli.example",
        "role": "representative",
        "acts_for": f"structure-{cast.structures['etabli'].pk}",
        "from_on": "2026-01-05",
        "invited": "on",
    }
    client_as("lena").post("/fanal/personnes/ajouter/", entry)
    run_tasks()
    assert [mail.to for mail in mailoutbox] == [["zoe@etabli.example"]]


def test_the_page_of_a_person_says_where_the_letter_stands_and_takes_it_back(
    cast: Cast, zoe: Person, client_as: As
) -> None:
    lena, page = client_as("lena"), f"/fanal/personnes/{zoe.pk}/"
    assert "jamais entrée" in lena.get(page).content.decode()
    lena.post(f"{page}inviter/")
    assert "sert jusqu’au" in lena.get(page).content.decode()
    lena.post(f"{page}inviter/retirer/")
    assert "retirée le" in lena.get(page).content.decode()
