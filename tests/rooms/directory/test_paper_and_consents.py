"""People without mail, for whom somebody notes; and what anybody agrees to, until a day."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.directory import actions
from phares.rooms.directory.models import Consent, Person

As = Callable[[str], Client]
KNOWN = "/fanal/habitants/connus/"


def test_a_mediator_makes_a_resident_known_and_finds_her_again(cast: Cast, client_as: As) -> None:
    maud = client_as("maud")
    maud.post(f"{KNOWN}noter/", {"given_name": "Fatima"})
    person = Person.objects.get(given_name="Fatima")
    assert person.is_on_paper
    assert [mandate.role for mandate in person.mandates.all()] == ["resident"]
    page = maud.get(KNOWN).content.decode()
    assert "Fatima" in page
    assert "Odile" in page
    assert "Nour" not in page


def test_a_mediator_makes_known_who_speaks_for_a_group(cast: Cast, client_as: As) -> None:
    group = cast.groups["velos"]
    client_as("maud").post(f"{KNOWN}noter/", {"given_name": "Jean", "group": group.pk})
    (mandate,) = Person.objects.get(given_name="Jean").mandates.all()
    assert (mandate.role, mandate.group) == ("spokesperson", group)


def test_an_unknown_group_or_no_name_makes_nobody_known(cast: Cast, client_as: As) -> None:
    for entry in ({"given_name": "Jean", "group": 987_654}, {"family_name": "seul"}):
        assert client_as("maud").post(f"{KNOWN}noter/", entry).status_code == 422
    assert not Person.objects.filter(given_name="Jean").exists()


def test_the_list_of_people_on_paper_asks_the_same_number_of_questions_however_long(
    cast: Cast, client_as: As, django_assert_max_num_queries: Any
) -> None:
    maud = client_as("maud")
    for number in range(25):
        maud.post(f"{KNOWN}noter/", {"given_name": f"Voisine {number}"})
    with django_assert_max_num_queries(14):
        maud.get(KNOWN)


def _agreed(cast: Cast, who: str, at: datetime, **said: Any) -> Consent:
    entry = {"purpose": "contact_shown", "manner": "site", "until_on": at.date() + timedelta(days=30), **said}
    return actions.give_consent(person=cast.people[who], pole=cast.pole, **entry, by=cast.actor(who), at=at)


def test_how_to_reach_somebody_is_shown_while_they_agree_and_no_longer(
    cast: Cast, client_as: As, now: datetime
) -> None:
    def shown() -> bool:
        return "mailto:nour@etabli.example" in client_as("sam").get("/fanal/structures/letabli/").content.decode()

    assert not shown()
    consent = _agreed(cast, "nour", now)
    assert shown()
    assert "mailto:nour" not in Client().get("/fanal/structures/letabli/").content.decode()
    actions.withdraw_consent(consent=consent, by=cast.actor("nour"), at=now)
    assert not shown()


def test_a_consent_ends_by_itself_on_its_day(cast: Cast, now: datetime) -> None:
    consent = _agreed(cast, "nour", now, until_on=now.date())
    assert list(Consent.objects.on(now.date())) == [consent]
    assert not Consent.objects.on(now.date() + timedelta(days=1)).exists()


def test_agreeing_again_replaces_what_was_agreed_and_keeps_its_trace(cast: Cast, now: datetime) -> None:
    first = _agreed(cast, "nour", now)
    second = _agreed(cast, "nour", now, until_on=now.date() + timedelta(days=300))
    assert list(Consent.objects.on(now.date())) == [second]
    first.refresh_from_db()
    assert first.withdrawn_on == now.date()


def test_two_who_note_at_once_leave_one_consent(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    several_at_once(*[lambda: _agreed(cast, "nour", now)] * 3)
    assert Consent.objects.on(now.date()).count() == 1


@pytest.mark.parametrize("days", [-1, 4 * 365])
def test_a_consent_lasts_three_years_at_most(cast: Cast, now: datetime, days: int) -> None:
    with pytest.raises(actions.ConsentTooLong):
        _agreed(cast, "nour", now, until_on=now.date() + timedelta(days=days))


def test_nobody_agrees_for_somebody_who_can_do_it_alone(cast: Cast, now: datetime, client_as: As) -> None:
    nour, until = cast.people["nour"], now.date() + timedelta(days=9)
    for who in ("lena", "maud", "idris"):
        with pytest.raises(NotAllowed):
            actions.give_consent(
                person=nour, pole=cast.pole, purpose="news", manner="aloud", until_on=until, by=cast.actor(who), at=now
            )
        assert client_as(who).get(f"/fanal/personnes/{nour.pk}/accords/").status_code == 403


def test_a_mediator_notes_what_somebody_on_paper_agrees_to_and_takes_it_back(
    cast: Cast, client_as: As, now: datetime
) -> None:
    odile, maud = cast.people["odile"], client_as("maud")
    page = f"/fanal/personnes/{odile.pk}/accords/"
    entry = {"purpose": "quoted", "manner": "paper", "until_on": (now.date() + timedelta(days=90)).isoformat()}
    maud.post(page, entry)
    consent = Consent.objects.get()
    assert (consent.manner, consent.noted_by) == ("paper", cast.people["maud"])
    assert "sur papier" in maud.get(page).content.decode()
    maud.post(f"{page}{consent.pk}/retirer/")
    assert "retiré le" in maud.get(page).content.decode()
    assert maud.post(page, {"purpose": "tout", "until_on": "hier"}).status_code == 422


def test_ones_own_consent_is_said_to_come_from_the_site(cast: Cast, client_as: As, now: datetime) -> None:
    nour, client = cast.people["nour"], client_as("nour")
    page = f"/fanal/personnes/{nour.pk}/accords/"
    assert page in client.get("/moi/").content.decode()
    client.post(page, {"purpose": "news", "until_on": (now.date() + timedelta(days=90)).isoformat()})
    assert Consent.objects.get().manner == "site"


def test_a_consent_of_somebody_else_is_not_found(cast: Cast, client_as: As, now: datetime) -> None:
    consent = _agreed(cast, "nour", now)
    own = f"/fanal/personnes/{cast.people['idris'].pk}/accords/{consent.pk}/retirer/"
    assert client_as("idris").post(own).status_code == 404
