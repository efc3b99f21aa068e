"""An answer given by phone is noted with who said it; a moment to meet is proposed, accepted, put in calendars."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.meeting import NotATime, TimeAlreadyProposed, TimeAnsweredMeanwhile
from phares.rooms.cooperation.models import Match, ProposedTime

As = Callable[[str], Client]
Run = Callable[[], int]


def test_a_mediator_notes_an_answer_given_by_phone_and_the_structure_reads_it_and_changes_it(
    cast: Cast, match: Match, client_as: As, run_tasks: Run, now: datetime
) -> None:
    wishes = {"proposals": "weekly", "answers": "at_once", "messages": "weekly", "own_items": "at_once"}
    actions.wish_mails(pole=cast.pole, **wishes, by=cast.actor("awa"), at=now)
    run_tasks()
    mail.outbox.clear()
    address = reverse("cooperation:note_answer", args=["fanal", match.pk])
    sent = {"side": "offer", "said_by": "Awa D.", "choice": "not_for_us", "why": "too_far"}
    assert client_as("maud").post(address, sent).status_code == 302
    run_tasks()
    told = {message.to[0].split("@")[0]: message for message in mail.outbox}
    assert "Maud R. a noté la réponse" in told["awa"].body
    assert "Awa D." in told["awa"].body
    answer = match.answers.get()
    assert (answer.side, answer.why, answer.noted_for_another, answer.said_by) == ("offer", "too_far", True, "Awa D.")
    own = client_as("awa").get(match.get_absolute_url()).content.decode()
    assert "noté par Maud R." in own
    assert "trop loin" in own
    changed = {"match": match, "side": "offer", "choice": "interested", "seen": answer.pk}
    assert actions.answer_match(by=cast.actor("awa"), at=timezone.now(), **changed).noted_for_another is False


@pytest.mark.parametrize("who", ["nour", "lena", "maud"])
def test_the_sort_of_reason_is_read_by_its_own_side_alone(match: Match, answer: Any, client_as: As, who: str) -> None:
    answer("need")
    answer("offer", "not_for_us", why="not_our_trade")
    assert "pas ce que nous faisons" not in client_as(who).get(match.get_absolute_url()).content.decode()


def test_an_answer_without_the_name_of_who_said_it_is_not_noted(cast: Cast, match: Match, client_as: As) -> None:
    address = reverse("cooperation:note_answer", args=["fanal", match.pk])
    page = client_as("maud").post(address, {"side": "offer", "choice": "interested"})
    assert page.status_code == 422
    assert not match.answers.exists()
    with pytest.raises(NotAllowed):
        actions.answer_match(
            match=match, side="need", choice="interested", said_by="Nour", by=cast.actor("sam"), at=timezone.now()
        )


# ---------------------------------------------------------------- seeing each other


def _propose(cast: Cast, match: Match, now: datetime, by: str = "nour", **more: Any) -> ProposedTime:
    side = {"nour": "need", "awa": "offer"}[by]
    said = {"starts_at": now + timedelta(days=2), **more}
    return actions.propose_time(match=match, side=side, by=cast.actor(by), at=now, **said)


def test_an_accepted_moment_reaches_both_calendars(
    cast: Cast, match: Match, now: datetime, client_as: As, run_tasks: Run
) -> None:
    run_tasks()
    mail.outbox.clear()
    time = _propose(cast, match, now, place="Hangar nord")
    run_tasks()
    assert {message.to[0].split("@")[0] for message in mail.outbox} == {"awa"}
    assert not mail.outbox[0].attachments
    mail.outbox.clear()
    answered = client_as("awa").post(reverse("cooperation:answer_time", args=["fanal", time.pk]), {"accepted": "yes"})
    assert answered.status_code == 302
    run_tasks()
    assert {message.to[0].split("@")[0] for message in mail.outbox} == {"nour", "idris", "awa"}
    files = {
        bytes(
            message.attachments[0][1].encode()
            if isinstance(message.attachments[0][1], str)
            else message.attachments[0][1]
        )
        for message in mail.outbox
    }
    event = Calendar.from_ical(files.pop()).walk("VEVENT")[0]
    assert not files
    assert event.decoded("dtstart") == time.starts_at.replace(microsecond=0)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=60)
    assert (str(event["status"]), str(event["location"])) == ("CONFIRMED", "Hangar nord")
    for who in ("nour", "awa"):
        given = client_as(who).get(reverse("cooperation:time_ics", args=["fanal", time.pk]))
        assert given["Content-Type"].startswith("text/calendar")
        assert Calendar.from_ical(given.content).walk("VEVENT")[0]["uid"] == event["uid"]


def test_one_moment_waits_at_a_time_and_its_proposer_does_not_accept_it(
    cast: Cast, match: Match, now: datetime
) -> None:
    time = _propose(cast, match, now)
    with pytest.raises(TimeAlreadyProposed):
        _propose(cast, match, now, by="awa")
    with pytest.raises(NotAllowed):
        actions.answer_time(time=time, accepted=True, by=cast.actor("nour"), at=now)
    actions.answer_time(time=time, accepted=False, by=cast.actor("awa"), at=now)
    assert _propose(cast, match, now, by="awa").accepted is None


@pytest.mark.parametrize("moment", [timedelta(hours=-1), timedelta(days=4000)])
def test_a_moment_gone_by_or_years_away_is_refused(cast: Cast, match: Match, now: datetime, moment: timedelta) -> None:
    with pytest.raises(NotATime):
        _propose(cast, match, now, starts_at=now + moment)


def test_two_answers_to_one_moment_at_once_and_one_counts(
    several_at_once: Callable[..., list[Any]], cast: Cast, match: Match, now: datetime
) -> None:
    time = _propose(cast, match, now)
    told = several_at_once(
        *[
            lambda yes=yes: actions.answer_time(time=time, accepted=yes, by=cast.actor("awa"), at=now)
            for yes in (True, False)
        ]
    )
    assert sorted(type(one).__name__ for one in told) == [ProposedTime.__name__, TimeAnsweredMeanwhile.__name__]
