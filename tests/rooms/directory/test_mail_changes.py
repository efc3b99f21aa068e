"""Another mail: only the person, the new mail and the former one decide; nobody becomes somebody else."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.due import run_due
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person
from phares.rooms.directory.models.mail_change import TO_ANSWER, TO_REFUSE

As = Callable[[str], Client]
Run = Callable[[], int]
NEW = "nour.b@etabli.example"


def _links(run_tasks: Run, outbox: list[EmailMessage]) -> tuple[str, str]:
    """Run the mails and return the path that confirms, sent to the new mail, and the one that refuses."""
    outbox.clear()
    run_tasks()
    paths = {mail.to[0]: re.search(r"http://[^/]+(/adresse/\S+)", mail.body) for mail in outbox}
    confirm, refuse = paths[NEW], next(path for to, path in paths.items() if to != NEW)
    assert confirm
    assert refuse
    return confirm[1], refuse[1]


def _nour(cast: Cast) -> Person:
    return Person.objects.get(pk=cast.people["nour"].pk)


@pytest.fixture
def entered(cast: Cast, now: datetime) -> Person:
    """Nour, who has entered the site before."""
    Person.objects.filter(pk=cast.people["nour"].pk).update(last_login=now - timedelta(days=9))
    return _nour(cast)


def test_ones_own_mail_changes_once_the_new_one_has_answered(
    cast: Cast, client_as: As, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    nour = client_as("nour")
    assert nour.post("/moi/adresse/", {"email": NEW})["Location"] == "/moi/"
    assert NEW in nour.get("/moi/").content.decode()
    assert _nour(cast).email == "nour@etabli.example"
    confirm, _ = _links(run_tasks, mailoutbox)
    visitor = Client()
    assert NEW in visitor.get(confirm).content.decode()
    assert _nour(cast).email == "nour@etabli.example"
    visitor.post(confirm)
    assert _nour(cast).email == NEW
    assert visitor.get(confirm).status_code == 410
    assert "_auth_user_id" not in visitor.session


def test_a_stolen_browser_does_not_keep_the_account_it_took(
    cast: Cast, client_as: As, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    thief = client_as("nour")
    thief.post("/moi/adresse/", {"email": NEW})
    confirm, refuse = _links(run_tasks, mailoutbox)
    Client().post(confirm)
    chosen = {"password1": "une phrase de voleuse", "password2": "une phrase de voleuse"}
    thief.post("/compte/password/set/", chosen)
    inside = Client()
    inside.post("/compte/login/", {"login": NEW, "password": "une phrase de voleuse"})
    assert "_auth_user_id" in inside.session
    assert "C’est déjà fait" in Client().get(refuse).content.decode()
    Client().post(refuse)
    nour = _nour(cast)
    assert nour.email == "nour@etabli.example"
    assert not nour.has_usable_password()
    assert inside.get("/moi/").status_code == 302
    again = Client()
    again.post("/compte/login/", {"login": NEW, "password": "une phrase de voleuse"})
    assert "_auth_user_id" not in again.session


def test_whoever_keeps_the_directory_cannot_become_somebody(
    cast: Cast, entered: Person, now: datetime, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    actions.ask_mail_change(person=entered, email=NEW, pole=cast.pole, by=cast.actor("lena"), at=now)
    confirm, refuse = _links(run_tasks, mailoutbox)
    Client().post(confirm)
    assert _nour(cast).email == "nour@etabli.example"
    run_due(now + TO_REFUSE - timedelta(minutes=1))
    assert _nour(cast).email == "nour@etabli.example"
    Client().post(refuse)
    run_due(now + TO_REFUSE + timedelta(minutes=1))
    assert _nour(cast).email == "nour@etabli.example"


def test_a_change_that_the_former_mail_does_not_refuse_takes_place_after_three_days(
    cast: Cast, entered: Person, now: datetime, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    actions.ask_mail_change(person=entered, email=NEW, pole=cast.pole, by=cast.actor("lena"), at=now)
    confirm, _ = _links(run_tasks, mailoutbox)
    assert "si l’adresse d’avant ne le refuse pas" in Client().get(confirm).content.decode()
    Client().post(confirm)
    run_due(now + TO_REFUSE + timedelta(minutes=1))
    assert _nour(cast).email == NEW


def test_a_change_that_nobody_confirms_never_takes_place(cast: Cast, entered: Person, now: datetime) -> None:
    change = actions.ask_mail_change(person=entered, email=NEW, pole=cast.pole, by=cast.actor("lena"), at=now)
    assert change
    run_due(now + timedelta(days=30))
    with pytest.raises(actions.MailChangeOver):
        actions.apply_mail_change(change=change, at=now)
    with pytest.raises(actions.MailChangeOver):
        actions.confirm_mail_change(change=change, at=now + TO_ANSWER + timedelta(seconds=1))
    assert _nour(cast).email == "nour@etabli.example"


def test_a_mail_of_somebody_who_never_entered_is_simply_put_right(cast: Cast, client_as: As) -> None:
    page = f"/fanal/personnes/{cast.people['idris'].pk}/adresse/"
    client_as("lena").post(page, {"email": "Idris.K@Etabli.example"})
    assert Person.objects.get(pk=cast.people["idris"].pk).email == "idris.k@etabli.example"


def test_a_person_on_paper_may_be_given_a_mail(cast: Cast, client_as: As) -> None:
    odile = cast.people["odile"]
    client_as("lena").post(f"/fanal/personnes/{odile.pk}/adresse/", {"email": "odile@voisine.example"})
    assert Person.objects.get(pk=odile.pk).email == "odile@voisine.example"


def test_a_person_whom_another_pole_knows_is_changed_by_neither(
    cast: Cast, stranger: Actor, now: datetime, client_as: As
) -> None:
    nour = cast.people["nour"]
    actions.give_mandate(
        person=nour, pole=stranger.mandate.pole, role="treasurer", from_on=now.date(), by=CONSOLE, at=now
    )
    for act in (actions.ask_mail_change, actions.correct_person):
        said: dict[str, Any] = {"email": NEW} if act is actions.ask_mail_change else {"given_name": "Autre"}
        with pytest.raises(NotAllowed):
            act(person=nour, **said, pole=cast.pole, by=cast.actor("lena"), at=now)
    assert client_as("lena").get(f"/fanal/personnes/{nour.pk}/corriger/").status_code == 403
    assert "Un autre pôle connaît aussi" in client_as("lena").get(f"/fanal/personnes/{nour.pk}/").content.decode()
    assert client_as("nour").post("/moi/coordonnees/", {"given_name": "Nour", "language": "en"}).status_code == 302


def test_a_mail_that_somebody_has_is_said_to_that_mail_alone(
    cast: Cast, client_as: As, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    free, taken = (client_as(who).post("/moi/adresse/", {"email": mail}, follow=True) for who, mail in (
        ("nour", "libre@nulle.example"), ("idris", "sam@roue.example"),
    ))  # fmt: skip
    assert (free.status_code, free.redirect_chain) == (taken.status_code, taken.redirect_chain)
    run_tasks()
    (told,) = (mail for mail in mailoutbox if mail.to == ["sam@roue.example"])
    assert "déjà celle d’un compte" in told.subject
    assert "/adresse/" not in told.body


def test_the_mail_already_known_is_no_change(cast: Cast, client_as: As) -> None:
    answer = client_as("nour").post("/moi/adresse/", {"email": "NOUR@etabli.example"})
    assert answer.status_code == 409
    assert "déjà l’adresse" in answer.content.decode()


def test_who_has_a_password_gives_it_again_before_changing_the_mail(cast: Cast) -> None:
    nour = cast.people["nour"]
    nour.set_password("une phrase assez longue")
    nour.save()
    client = Client()
    client.force_login(nour, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "/compte/reauthenticate/" in client.get("/moi/adresse/")["Location"]
    assert "/compte/reauthenticate/" in client.post("/moi/adresse/", {"email": NEW})["Location"]


def test_the_former_mail_no_longer_lets_anybody_in(
    cast: Cast, client_as: As, run_tasks: Run, mailoutbox: list[EmailMessage]
) -> None:
    old = Client()
    old.post("/compte/login/code/", {"email": "nour@etabli.example"})
    code = re.search(r"\n    (\S{6,})\n", mailoutbox[0].body)
    assert code
    old.post("/compte/login/code/confirm/", {"code": code[1]})  # the library notes this mail beside the person's own
    client_as("nour").post("/moi/adresse/", {"email": NEW})
    confirm, _ = _links(run_tasks, mailoutbox)
    Client().post(confirm)
    mailoutbox.clear()
    Client().post("/compte/login/code/", {"email": "nour@etabli.example"})
    assert "Aucun compte ne la porte" in mailoutbox[0].body
