"""What comes in the weekly letter, what comes at once, what never comes; one letter for one person."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons import due
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Cooperation, Item, Match
from phares.rooms.cooperation.models.letter import SUBJECTS
from phares.rooms.cooperation.queries.mail_wishes import mail_wish, next_letter_at
from phares.rooms.directory import actions as directory
from rooms.cooperation.agreed import running

Run = Callable[[], int]
Say = Callable[..., Item]
SITE = "http://localhost:8000"
DEFAULTS = {"proposals": "weekly", "answers": "at_once", "messages": "weekly", "own_items": "weekly"}


def _told(run_tasks: Run) -> dict[str, list[Any]]:
    """Return the mails that leave now, person by person."""
    mail.outbox.clear()
    run_tasks()
    told: dict[str, list[Any]] = {}
    for one in mail.outbox:
        told.setdefault(one.to[0].split("@")[0], []).append(one)
    return told


def _letters(cast: Cast, now: datetime, run_tasks: Run) -> dict[str, list[Any]]:
    run_tasks()
    due.run_due(next_letter_at(cast.pole, now))
    return _told(run_tasks)


def _wish(cast: Cast, key: str, now: datetime, **chosen: str) -> None:
    actions.wish_mails(pole=cast.pole, **{**DEFAULTS, **chosen}, by=cast.actor(key), at=now)


def test_a_proposal_waits_for_the_letter_unless_one_chose_at_once_or_the_letter_would_come_too_late(
    cast: Cast, match: Match, say: Say, now: datetime, run_tasks: Run
) -> None:
    assert _told(run_tasks) == {}
    _wish(cast, "awa", now, proposals="at_once")
    soon = say("nour", "Une salle après-demain", from_on=now.date() + timedelta(days=2))
    hall = say("awa", "Une salle", "offer")
    for need, told in ((soon, {"nour", "idris", "awa"}), (say("nour", "Une salle en mai"), {"awa"})):
        actions.propose_match(need=need, offer=hall, helper=hall.holder, by=cast.actor("lena"), at=now)
        assert set(_told(run_tasks)) == told
    _wish(cast, "idris", now, proposals="never")
    letters = _letters(cast, now, run_tasks)
    assert "idris" not in letters
    assert "Une salle en mai" in letters["nour"][0].body


def test_what_others_noted_and_what_ends_soon_wait_for_the_letter_unless_it_would_come_too_late(
    cast: Cast, match: Match, say: Say, now: datetime, run_tasks: Run
) -> None:
    aval, today = cast.structures["aval"], now.date()
    run_tasks()
    say("maud", "Un hangar en mai", holder=aval, said_by="Awa D.")
    say("awa", "Une serre", until_on=None)
    actions.answer_match(
        match=match, side="offer", choice="interested", said_by="Awa D.", by=cast.actor("maud"), at=now
    )
    assert "awa" not in _told(run_tasks)
    say("maud", "Deux bras demain", holder=aval, until_on=today + timedelta(days=1))
    assert "Deux bras demain" in _told(run_tasks)["awa"][0].body
    Item.objects.filter(title="Une serre").update(expires_on=today + timedelta(days=7))
    due.run_due(now + timedelta(minutes=1))
    assert "awa" not in _told(run_tasks)
    body = _letters(cast, now, run_tasks)["awa"][0].body
    for told in ("Un hangar en mai", "réponse notée pour vous", "Une serre", "montré jusqu’au"):
        assert told in body
    _wish(cast, "awa", now, own_items="never")
    say("maud", "Encore un hangar", holder=aval, said_by="Awa D.")
    assert "awa" not in _told(run_tasks)


def test_two_mandates_of_one_person_make_one_letter_with_a_part_for_each(
    cast: Cast, match: Match, now: datetime, run_tasks: Run
) -> None:
    person, today = cast.people["awa"], now.date()
    for structure, role in (("etabli", "representative"), ("aval", "member")):
        given: dict[str, Any] = {"structure": cast.structures[structure], "role": role, "from_on": today}
        directory.give_mandate(person=person, pole=cast.pole, **given, by=CONSOLE, at=now)
    letters = _letters(cast, now, run_tasks)
    assert {len(found) for found in letters.values()} == {1}
    body, html = letters["awa"][0].body, letters["awa"][0].alternatives[0][0]
    assert re.findall(r"=== (.*) ===", body) == ["Jardins d’Aval", "L’Établi"]
    assert re.findall(r"<h2>(.*)</h2>", html) == ["Jardins d’Aval", "L’Établi"]
    assert "vous répondez pour Jardins d’Aval et L’Établi" in body
    assert len(re.findall(r"/lettre/repondre/", body)) == 2
    assert "===" not in letters["nour"][0].body


@pytest.fixture
def work(cast: Cast, now: datetime, run_tasks: Run) -> Cooperation:
    """A cooperation of L’Établi and Roue Libre, whose mails have left."""
    cooperation = running(cast, "etabli", "roue")
    run_tasks()
    return cooperation


def test_a_message_of_the_common_thread_is_told_as_each_wishes_and_to_the_parties_alone(
    cast: Cast, work: Cooperation, now: datetime, run_tasks: Run
) -> None:
    _wish(cast, "sam", now, messages="at_once")
    _wish(cast, "idris", now, messages="never")
    for text in ("Mardi me va.", "Et jeudi ?"):
        actions.write_message(cooperation=work, text=text, by=cast.actor("nour"), at=now)
    told = _told(run_tasks)
    assert {key: len(found) for key, found in told.items()} == {"sam": 2}
    assert "Mardi me va." in told["sam"][0].body
    actions.write_message(cooperation=work, text="Jeudi, oui.", by=cast.actor("sam"), at=now)
    letters = _letters(cast, now, run_tasks)
    assert set(letters) == {"nour"}
    assert "un message, de Roue Libre" in letters["nour"][0].body
    assert "Jeudi, oui." not in letters["nour"][0].body
    run_tasks()
    due.run_due(next_letter_at(cast.pole, now + timedelta(days=8)))
    assert not [one for found in _told(run_tasks).values() for one in found if "Entre vous" in one.body]


def test_a_message_taken_back_before_its_mail_leaves_is_told_to_nobody(
    cast: Cast, work: Cooperation, now: datetime, run_tasks: Run
) -> None:
    _wish(cast, "sam", now, messages="at_once")
    message = actions.write_message(cooperation=work, text="Oubliez.", by=cast.actor("nour"), at=now)
    actions.withdraw_message(message=message, by=cast.actor("nour"), at=now)
    assert _told(run_tasks) == {}
    assert _letters(cast, now, run_tasks) == {}


def test_one_click_in_a_message_stops_messages_and_nothing_else(
    cast: Cast, work: Cooperation, now: datetime, run_tasks: Run
) -> None:
    _wish(cast, "sam", now, messages="at_once")
    actions.write_message(cooperation=work, text="Mardi ?", by=cast.actor("nour"), at=now)
    stop = _told(run_tasks)["sam"][0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix(SITE)
    assert "Ceux que les parties" in Client().get(stop).content.decode()
    assert Client().post(stop).status_code == 200
    wish = mail_wish(cast.people["sam"], cast.pole)
    assert {subject: getattr(wish, subject) for subject in SUBJECTS} == {**DEFAULTS, "messages": "never"}
    actions.write_message(cooperation=work, text="Jeudi ?", by=cast.actor("nour"), at=now)
    assert _told(run_tasks) == {}


def test_answers_wait_for_the_letter_where_one_chose_so(
    cast: Cast, match: Match, answer: Callable[..., Any], now: datetime, run_tasks: Run
) -> None:
    _wish(cast, "nour", now, answers="weekly")
    answer("need")
    answer("offer", "not_for_us", reason="trop loin")
    assert set(_told(run_tasks)) == {"awa", "idris"}
    letters = _letters(cast, now, run_tasks)
    assert "Jardins d’Aval a répondu : pas pour nous" in letters["nour"][0].body.replace("\u202f", " ")
    assert "trop loin" not in letters["nour"][0].body
    assert "idris" not in letters


def test_a_letter_whose_day_moves_tells_all_that_came_since_the_last_one(
    cast: Cast, work: Cooperation, now: datetime, run_tasks: Run
) -> None:
    first = next_letter_at(cast.pole, now)
    _letters(cast, now, run_tasks)
    actions.write_message(cooperation=work, text="Mardi ?", by=cast.actor("nour"), at=first + timedelta(hours=1))
    moved = first + timedelta(days=6)  # the day before the next one: it leaves eight days and more after the message
    actions.choose_letter_day(pole=cast.pole, weekday=(moved.weekday() - 1) % 7, by=cast.actor("lena"), at=moved)
    run_tasks()
    due.run_due(next_letter_at(cast.pole, moved))
    assert "Entre vous" in _told(run_tasks)["sam"][0].body
