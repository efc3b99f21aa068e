"""What is held on a person: read by them, taken away, erased; and what is kept no longer than its period."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.due import run_due, schedule_for_today
from phares.rooms.commons.models import DueWork, JournalEntry
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.directory import actions
from phares.rooms.directory.actions.erasure import months_before
from phares.rooms.directory.actors import Actor, job
from phares.rooms.directory.models import Consent, Invitation, Mandate, Person, ReadingLink, RetentionPeriod
from phares.rooms.directory.tasks import RETENTION

As = Callable[[str], Client]
KEEPING = job("retention")


def _everywhere() -> Iterator[tuple[str, str]]:
    """Yield every row of every table, as text."""
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608 (a table of ours)
            for row in cursor.fetchall():
                yield model._meta.label, " ".join(map(str, row))


def _where(*words: str) -> set[str]:
    """Return the nouns whose rows still hold one of these words, however the database writes accents."""
    looked_for = [form for word in words for form in (word.lower(), json.dumps(word)[1:-1].lower())]
    return {noun for noun, text in _everywhere() if any(word in text.lower() for word in looked_for)}


@pytest.fixture
def samira(cast: Cast, now: datetime) -> Person:
    """A resident on paper who has said a need, signed an agreement, and of whom others wrote."""
    person = cast.people["samira"]
    maud = cast.actor("maud")
    actions.correct_person(
        person=person, given_name="Samira", family_name="Zénati", phone="01 99 00 11 22", pole=cast.pole,
        by=cast.actor("lena"), at=now,
    )  # fmt: skip
    said: dict[str, Any] = {"pole": cast.pole, "kind": "transport", "holder": person, "side": "need"}
    cooperation.say_item(
        **said, title="Emmener Samira au marché", quote="Je suis Samira Zénati, au 01 99 00 11 22", by=maud, at=now
    )
    fields = {"purpose": "news", "manner": "paper", "until_on": now.date() + timedelta(days=9)}
    actions.give_consent(person=person, pole=cast.pole, **fields, by=maud, at=now)
    etabli = cast.structures["etabli"]
    cooperation.say_item(
        pole=cast.pole, kind="transport", holder=etabli, side="offer", title="Un minibus",
        text="Comme pour Samira ZÉNATI l’an passé.", by=cast.actor("nour"), at=now,
    )  # fmt: skip
    return person


def test_a_name_goes_everywhere_and_the_number_stays(cast: Cast, samira: Person, now: datetime) -> None:
    journal = list(JournalEntry.objects.order_by("pk").values())
    assert {"directory.Person", "cooperation.Item"} <= _where("Zénati")
    actions.erase_person(person=samira, pole=cast.pole, by=cast.actor("lena"), at=now)
    assert _where("Zénati", "01 99 00 11 22") == set()
    assert "cooperation.Item" not in {noun for noun, text in _everywhere() if "emmener samira" in text.lower()}
    samira.refresh_from_db()
    assert str(samira) == "personne effacée"
    assert list(JournalEntry.objects.order_by("pk").values())[: len(journal)] == journal
    assert JournalEntry.objects.filter(event="PersonErased", pole_id=cast.pole.pk).count() == 1


def test_what_others_read_stays_and_says_that_somebody_was_erased(
    cast: Cast, samira: Person, now: datetime, client_as: As
) -> None:
    item = samira and apps.get_model("cooperation", "Item").objects.get(resident=samira)
    actions.erase_person(person=samira, pole=cast.pole, by=cast.actor("lena"), at=now)
    page = client_as("maud").get(f"/fanal/besoins/{item.pk}/").content.decode()
    assert "personne effacée" in page
    assert "Samira" not in page


def test_whoever_is_erased_is_outside_and_has_no_way_in(cast: Cast, client_as: As, now: datetime) -> None:
    idris = cast.people["idris"]
    inside = client_as("idris")
    assert inside.get("/moi/").status_code == 200
    actions.erase_person(person=idris, by=Actor(idris), at=now)
    assert inside.get("/moi/").status_code == 302
    assert not Mandate.objects.still(now.date() + timedelta(days=1)).filter(person=idris).exists()
    assert "etabli.example" not in str(Person.objects.get(pk=idris.pk).email)


def test_erasing_twice_is_erasing_once(cast: Cast, samira: Person, now: datetime) -> None:
    for _ in range(2):
        actions.erase_person(person=samira, pole=cast.pole, by=cast.actor("lena"), at=now)
    assert JournalEntry.objects.filter(event="PersonErased").count() == 1


def test_the_last_who_keeps_the_directory_first_hands_it_over(cast: Cast, now: datetime) -> None:
    lena, paul = cast.people["lena"], cast.people["paul"]
    actions.erase_person(person=paul, by=Actor(paul), at=now)
    with pytest.raises(actions.NobodyWouldKeepDirectory):
        actions.erase_person(person=lena, by=Actor(lena), at=now)
    assert Person.objects.get(pk=lena.pk).given_name == "Léna"


@pytest.mark.parametrize("who", ["nour", "maud", "hind", "idris"])
def test_nobody_else_is_erased_by_those_who_do_not_keep_them(cast: Cast, now: datetime, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.erase_person(person=cast.people["awa"], pole=cast.pole, by=cast.actor(who), at=now)


def test_another_pole_erases_nobody_whom_it_shares(cast: Cast, stranger: Actor, now: datetime) -> None:
    nour = cast.people["nour"]
    pole = stranger.mandate.pole
    actions.give_mandate(person=nour, pole=pole, role="treasurer", from_on=now.date(), by=CONSOLE, at=now)
    with pytest.raises(NotAllowed):
        actions.erase_person(person=nour, pole=cast.pole, by=cast.actor("lena"), at=now)


def test_a_common_first_name_is_not_taken_from_the_words_of_others(cast: Cast, now: datetime) -> None:
    rose = actions.register_person(pole=cast.pole, given_name="Rose", by=CONSOLE, at=now)
    actions.give_mandate(person=rose, pole=cast.pole, role="resident", from_on=now.date(), by=CONSOLE, at=now)
    item = cooperation.say_item(
        pole=cast.pole, kind="equipment", holder=cast.structures["etabli"], side="offer", title="De la peinture rose",
        by=cast.actor("nour"), at=now,
    )  # fmt: skip
    actions.erase_person(person=rose, pole=cast.pole, by=cast.actor("lena"), at=now)
    item.refresh_from_db()
    assert item.title == "De la peinture rose"


def test_my_page_and_my_copy_hold_what_names_me_and_no_secret_nor_other_person(
    cast: Cast, client_as: As, now: datetime
) -> None:
    nour = cast.people["nour"]
    nour.set_password("une phrase assez longue")
    nour.save()
    client = client_as("idris")
    cooperation.say_item(
        pole=cast.pole, kind="space", holder=cast.structures["etabli"], side="need", title="Un bureau",
        by=cast.actor("idris"), at=now,
    )  # fmt: skip
    page = client.get("/moi/donnees/").content.decode()
    assert "idris@etabli.example" in page
    copy = json.loads(client.get("/moi/donnees.json").content)
    assert copy["person"]["email"] == "idris@etabli.example"
    assert [row["role"] for row in copy["held"]["people"]["directory.Mandate"]] == ["member"]
    assert copy["held"]["needs_and_matches"]["cooperation.Item"]
    assert [entry["event"] for entry in copy["journal"]] == ["ItemSaid"]
    text = json.dumps(copy, ensure_ascii=False)
    assert "password" not in text
    assert not [other for key, other in cast.people.items() if key != "idris" and other.email and other.email in text]


def test_my_archive_holds_the_copy_and_words_to_read_it(cast: Cast, client_as: As) -> None:
    answer = client_as("nour").get("/moi/donnees/archive/")
    assert answer["Content-Disposition"] == 'attachment; filename="mes-donnees.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert {"donnees.json", "lisez-moi.txt"} <= set(archive.namelist())
        assert json.loads(archive.read("donnees.json"))["person"]["given_name"] == "Nour"


@pytest.mark.parametrize(
    "page", ["", "donnees/", "donnees.json", "donnees/archive/", "effacer/", "adresse/", "coordonnees/"]
)
def test_what_is_mine_is_shown_to_nobody_who_has_not_entered(cast: Cast, page: str) -> None:
    assert "/compte/login/" in Client().get(f"/moi/{page}")["Location"]


def test_one_erases_oneself_after_a_tick_and_is_outside(cast: Cast, client_as: As) -> None:
    idris = client_as("idris")
    assert "Ce qui reste" in idris.get("/moi/effacer/").content.decode()
    assert idris.post("/moi/effacer/").status_code == 422
    assert idris.post("/moi/effacer/", {"understood": "on"}).status_code == 302
    assert "_auth_user_id" not in idris.session
    assert str(Person.objects.get(pk=cast.people["idris"].pk)) == "personne effacée"


def test_the_register_prints_each_processing_with_its_period_and_source(cast: Cast, client_as: As) -> None:
    page = Client().get("/fanal/donnees-personnelles/").content.decode()
    assert "article 30 du RGPD" in page
    assert "délibération n° 2021-122" in page
    assert "/fanal/donnees-personnelles/" in Client().get("/fanal/").content.decode()


def _months_ago(now: datetime, code: str, days: int) -> datetime:
    """Return the moment so many days before a period's limit, as it stands on the day of the test."""
    months = RetentionPeriod.objects.get(code=code).months
    limit = months_before(now.date(), months)
    return now - (now.date() - limit) - timedelta(days=days)


@pytest.mark.parametrize(("days", "gone"), [(1, True), (-1, False)])
def test_each_kind_of_record_goes_once_its_period_is_over(cast: Cast, now: datetime, days: int, gone: bool) -> None:
    idris, lena = cast.people["idris"], cast.actor("lena")
    actions.invite_person(person=idris, pole=cast.pole, by=lena, at=now)
    Invitation.objects.update(expires_at=_months_ago(now, "invitations", days))
    actions.give_reading_link(pole=cast.pole, reader="X", scope="pole", until_on=now.date(), by=lena, at=now)
    ReadingLink.objects.update(until_on=_months_ago(now, "reading_links", days).date())
    old = _months_ago(now, "consents", days).date()
    Consent.objects.create(
        pole=cast.pole, person=idris, purpose="news", manner="site", given_on=old - timedelta(days=9), until_on=old
    )
    actions.keep_no_longer(by=KEEPING, at=now)
    assert [rows.exists() for rows in (Invitation.objects, ReadingLink.objects, Consent.objects)] == [not gone] * 3


@pytest.mark.parametrize(("days", "gone"), [(1, True), (-1, False)])
def test_somebody_long_gone_is_erased_and_nobody_who_still_acts(
    cast: Cast, now: datetime, days: int, gone: bool
) -> None:
    last = _months_ago(now, "people_gone", days).date()
    Mandate.objects.filter(person=cast.people["idris"]).update(from_on=last - timedelta(days=99), until_on=last)
    actions.keep_no_longer(by=KEEPING, at=now)
    erased = set(Person.objects.exclude(erased_at=None).values_list("pk", flat=True))
    assert erased == ({cast.people["idris"].pk} if gone else set())


def test_somebody_long_gone_who_still_enters_is_kept(cast: Cast, now: datetime) -> None:
    last = _months_ago(now, "people_gone", 30).date()
    idris = cast.people["idris"]
    Mandate.objects.filter(person=idris).update(from_on=last, until_on=last)
    Person.objects.filter(pk=idris.pk).update(last_login=now - timedelta(days=30))
    actions.keep_no_longer(by=KEEPING, at=now)
    assert not Person.objects.exclude(erased_at=None).exists()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(day=st.dates(date(1990, 1, 1), date(2100, 12, 31)), months=st.integers(0, 240))
def test_so_many_months_before_a_day_is_the_same_day_or_the_last_of_its_month(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day == day.day or (before.day < day.day and (before + timedelta(days=1)).day == 1)


def test_periods_are_applied_once_a_night(db: None, now: datetime) -> None:
    for hours in (0, 1, 2):
        schedule_for_today(RETENTION, now.date())
        run_due(now + timedelta(days=1, hours=hours))
    assert DueWork.objects.filter(kind=RETENTION).exclude(done_at=None).count() == 1
    schedule_for_today(RETENTION, now.date() + timedelta(days=1))
    assert DueWork.objects.filter(kind=RETENTION).count() == 2
