"""Coming to a gathering: places, waiting, one's own page, the list on paper; nobody needs an account."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons import due
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import VISITOR
from phares.rooms.publishing import actions
from phares.rooms.publishing.actions.registration import AlreadyComing, ListClosed
from phares.rooms.publishing.models import Registration, RegistrationList

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def open_day(cast: Cast, now: datetime) -> Callable[..., RegistrationList]:
    """Return a function that opens the list of an open day in nine days."""

    def opened(places: int | None = 3) -> RegistrationList:
        gathering = directory.plan_gathering(
            pole=cast.pole,
            kind="open_doors",
            title="Portes ouvertes",
            starts_at=now + timedelta(days=9),
            by=cast.actor("lena"),
            at=now,
        )
        return actions.open_registrations(gathering=gathering, places=places, by=cast.actor("lena"), at=now)

    return opened


def _come(opened: RegistrationList, now: datetime, name: str, people: int = 1, email: str = "") -> Registration:
    said = {"email": email} if email else {"phone": "01 99 00 00 00"}
    return actions.register(opened=opened, name=name, people=people, by=VISITOR, at=now, **said)


def test_places_are_counted_in_people_and_those_beyond_wait(open_day: Any, now: datetime) -> None:
    opened = open_day(3)
    assert _come(opened, now, "A", 2).standing == "coming"
    assert _come(opened, now, "B", 2).standing == "waiting"
    assert _come(opened, now, "C", 1).standing == "waiting"  # B came first: nobody passes


def test_a_freed_place_goes_to_the_first_who_waits(open_day: Any, now: datetime) -> None:
    opened = open_day(2)
    first, second, third = (_come(opened, now, name, 1 if name != "A" else 2) for name in "ABC")
    actions.cancel_registration(registration=first, by=VISITOR, at=now)
    assert [Registration.objects.get(pk=one.pk).standing for one in (first, second, third)] == [
        "cancelled", "coming", "coming",
    ]  # fmt: skip


def test_more_places_let_those_who_wait_come(cast: Cast, open_day: Any, now: datetime) -> None:
    opened = open_day(1)
    _come(opened, now, "A")
    waiting = _come(opened, now, "B")
    actions.open_registrations(gathering=opened.gathering, places=2, by=cast.actor("lena"), at=now)
    waiting.refresh_from_db()
    assert waiting.standing == "coming"


def test_two_at_once_for_the_last_place_do_not_both_get_it(
    several_at_once: Callable[..., list[Any]], open_day: Any, now: datetime
) -> None:
    opened = open_day(1)
    several_at_once(*(lambda name=name: _come(opened, now, name) for name in "ABCD"))
    standings = sorted(Registration.objects.filter(list=opened).values_list("standing", flat=True))
    assert standings == ["coming", "waiting", "waiting", "waiting"]


@pytest.mark.parametrize(
    ("said", "entry"),
    [
        ({"name": " ", "phone": "1"}, "name"),
        ({"name": "A"}, "phone"),
        ({"name": "A", "phone": "1", "people": 11}, "people"),
    ],
)
def test_what_cannot_be_is_said_at_its_entry(open_day: Any, now: datetime, said: dict[str, Any], entry: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.register(opened=open_day(), by=VISITOR, at=now, **said)
    assert refused.value.field == entry


def test_one_mail_comes_once(open_day: Any, now: datetime) -> None:
    opened = open_day()
    _come(opened, now, "A", email="a@ailleurs.example")
    with pytest.raises(AlreadyComing):
        _come(opened, now, "A", email="A@ailleurs.example")


def test_nobody_registers_once_it_began_or_was_called_off(cast: Cast, open_day: Any, now: datetime) -> None:
    opened = open_day()
    with pytest.raises(ListClosed):
        _come(opened, now + timedelta(days=10), "Trop tard")
    actions.call_off(opened=opened, by=cast.actor("lena"), at=now)
    with pytest.raises(ListClosed):
        _come(opened, now, "Annulée")


@pytest.mark.parametrize("who", ["nour", "hind"])
def test_the_list_is_kept_by_those_who_plan(cast: Cast, open_day: Any, now: datetime, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.open_registrations(gathering=open_day().gathering, places=9, by=cast.actor(who), at=now)


def test_a_newcomer_registers_reads_their_page_and_cancels(cast: Cast, open_day: Any, run_tasks: Any) -> None:
    opened, visitor = open_day(), Client()
    address = reverse("publishing:register", args=["fanal", opened.gathering_id])
    answer = visitor.post(address, {"name": "Une voisine", "email": "voisine@ailleurs.example", "people": 2})
    own = answer["Location"]
    assert "nous vous attendons" in visitor.get(own).content.decode()
    run_tasks()
    assert mail.outbox[-1].to == ["voisine@ailleurs.example"]
    assert mail.outbox[-1].attachments[0].filename == "rencontre.ics"
    visitor.post(f"{own}annuler/")
    assert "annulé votre inscription" in visitor.get(own).content.decode()


def test_the_paper_list_is_for_those_who_keep_it(cast: Cast, open_day: Any, now: datetime) -> None:
    opened = open_day()
    _come(opened, now, "Une voisine")
    address = reverse("publishing:registrations", args=["fanal", opened.gathering_id])
    lena = Client()
    lena.force_login(cast.people["lena"], backend=BACKEND)
    assert "Une voisine" in lena.get(address).content.decode()
    assert "Une voisine" not in Client().get(opened.gathering.get_absolute_url()).content.decode()


def test_names_are_forgotten_a_month_after_the_day(open_day: Any, now: datetime) -> None:
    opened = open_day()
    _come(opened, now, "Une voisine")
    due.run_due(now + timedelta(days=38))
    assert Registration.objects.exists()
    due.run_due(now + timedelta(days=40))
    assert not Registration.objects.exists()
