"""Mails of calls: invitations and watches reach people at once, in the letter of the week, or not, as they wish."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons import due
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.cooperation.queries import letter as letters
from phares.rooms.cooperation.queries.mail_wishes import next_letter_at
from phares.rooms.cooperation.tasks.letter import letters_leave
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call, Watch


def _to(who: str) -> list[str]:
    return [one.body for one in mail.outbox if any(address.startswith(f"{who}@") for address in one.to)]


def _wish(cast: Cast, who: str, proposals: str, now: datetime) -> None:
    rest = dict.fromkeys(("answers", "messages", "own_items"), "never")
    cooperation.wish_mails(pole=cast.pole, proposals=proposals, **rest, by=cast.actor(who), at=now)


@pytest.fixture
def address(cast: Cast) -> Callable[[str], str]:
    """Return the first part of somebody's mail."""
    return lambda who: str(cast.people[who].email).partition("@")[0]


def test_an_invitation_is_written_at_once_in_the_letter_or_not_as_each_wishes(
    cast: Cast, call: Call, now: datetime, run_tasks: Callable[[], int], address: Callable[[str], str]
) -> None:
    _wish(cast, "nour", "at_once", now)
    _wish(cast, "awa", "never", now)
    lena: dict[str, Any] = {"by": cast.actor("lena"), "at": now}
    begun = actions.begin_application(call=call, title="Le quartier répare", **lena)
    for key in ("etabli", "roue", "aval"):
        actions.add_member(application=begun, structure=cast.structures[key], **lena)
    actions.invite_members(application=begun, **lena)
    run_tasks()
    assert "/reponses/invitations/" in _to(address("nour"))[0]
    assert not _to(address("sam"))  # the letter comes long before the call closes
    assert not _to(address("idris"))  # a member of L'Établi who cannot answer for it
    mail.outbox.clear()
    letters_leave(cast.pole.pk, timezone.now())
    run_tasks()
    assert "On vous invite à répondre à un appel" in _to(address("sam"))[0]
    assert not _to(address("awa"))


def test_an_invitation_to_a_call_that_closes_soon_does_not_wait_for_the_letter(
    cast: Cast, application: Application, now: datetime, run_tasks: Callable[[], int], address: Callable[[str], str]
) -> None:
    Call.objects.update(closes_on=timezone.localdate(now) + timedelta(days=5))
    run_tasks()
    assert "À déposer jusqu’au" in _to(address("sam"))[0]
    mail.outbox.clear()
    actions.answer_invitation(
        member=application.members.get(structure=cast.structures["roue"]), accepted=True, by=cast.actor("sam"), at=now
    )
    letters_leave(cast.pole.pk, timezone.now())
    run_tasks()
    assert not any("On vous invite" in one for one in _to(address("sam")))  # answered


def test_a_watch_is_told_as_its_person_chose_and_stops_in_one_click(
    cast: Cast, now: datetime, run_tasks: Callable[[], int], address: Callable[[str], str]
) -> None:
    for who, mailed in (("nour", "at_once"), ("sam", "weekly"), ("lena", "weekly"), ("awa", "never")):
        actions.save_watch(pole=cast.pole, words="vélos", mailed=mailed, by=cast.actor(who), at=now)
    later = now + timedelta(minutes=1)
    for title in ("Des vélos pour tous", "Des vélos encore", "Un jardin"):
        actions.note_call(pole=cast.pole, title=title, issuer="Ville", by=cast.actor("lena"), at=later)
    due.run_due(later + timedelta(minutes=11))
    run_tasks()
    told = _to(address("nour"))
    assert len(told) == len(mail.outbox) == 1  # both calls in one mail, to her alone
    assert "Des vélos encore" in told[0]
    assert "jardin" not in told[0]
    leaves = next_letter_at(cast.pole, later)
    due.run_due(leaves)
    letters_leave(cast.pole.pk, leaves)
    run_tasks()
    assert "Des vélos pour tous" in _to(address("lena"))[0]  # no structure, so no letter: a mail of its own
    assert ["Des appels que vous suivez" in one for one in _to(address("sam"))] == [True]
    assert len(_to(address("nour"))) == 1
    assert not _to(address("awa"))
    stop = re.search(r"/\w+/appels/veilles/arreter/\S+", told[0])
    assert stop is not None
    assert Client().get(stop[0]).status_code == 200
    Client(enforce_csrf_checks=True).post(stop[0])
    assert Watch.objects.get(person=cast.people["nour"]).mailed == "never"
    assert Client().get(reverse("funding:stop_watch", args=[cast.pole.slug, "faux"])).status_code == 404


def test_who_no_longer_acts_in_the_pole_is_told_no_call(
    cast: Cast, now: datetime, run_tasks: Callable[[], int]
) -> None:
    actions.save_watch(pole=cast.pole, words="", mailed="at_once", by=cast.actor("nour"), at=now)
    actions.note_call(
        pole=cast.pole, title="Un appel", issuer="Ville", by=cast.actor("lena"), at=now + timedelta(minutes=1)
    )
    type(cast.mandates["nour"]).objects.filter(person=cast.people["nour"]).update(
        until_on=now.date() - timedelta(days=1)
    )
    due.run_due(now + timedelta(minutes=20))
    run_tasks()
    assert not mail.outbox
    assert letters.mandates_to_write_to(cast.pole, now.date())
