"""Who wants to take part: every party agrees, and the newcomer is one under a text that all have signed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import actions, drafting
from phares.rooms.cooperation.actions.joining import (
    AsksAlready,
    JoiningSettled,
    NotRunning,
    PartyAlready,
    RoleMissing,
    TextChangedMeanwhile,
)
from phares.rooms.cooperation.models import Cooperation, Joining
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.queries.ties import facts_of_pole
from phares.rooms.cooperation.queries.week import waiting_joinings
from rooms.cooperation.agreed import TODAY, begun, holder, in_force, promises, running, sign

As = Callable[[str], Client]


@pytest.fixture
def cooperation(cast: Cast) -> Cooperation:
    """L'Établi and Roue Libre repair bicycles."""
    return running(cast)


def _ask(cast: Cast, cooperation: Cooperation, key: str, now: datetime, by: str = "") -> Joining:
    actor = cast.actor(by or {"aval": "awa"}.get(key, "maud"))
    return actions.ask_to_join(
        cooperation=cooperation, holder=holder(cast, key), role="tient l’accueil", by=actor, at=now
    )


def _agree(cast: Cast, joining: Joining, who: str, now: datetime, seen: int | None = None) -> Joining:
    parties = joining.cooperation.parties.all()
    place = {"nour": 0, "sam": 1}[who]
    number = seen or in_force(joining.cooperation).number
    return actions.agree_to_joining(joining=joining, party=parties[place], seen=number, by=cast.actor(who), at=now)


@pytest.mark.parametrize("key", ["aval", "samira", "velos"])
def test_the_last_yes_makes_the_newcomer_a_party_and_nothing_stops(
    cast: Cast, cooperation: Cooperation, now: datetime, key: str
) -> None:
    before = [(one.pk, one.what, one.due_on) for one in promises(cooperation)]
    joining = _ask(cast, cooperation, key, now)
    _agree(cast, joining, "nour", now)
    assert cooperation.parties.count() == 2
    _agree(cast, joining, "nour", now)  # a second click
    _agree(cast, joining, "sam", now)
    cooperation.refresh_from_db()
    newcomer = cooperation.parties.last()
    assert newcomer is not None
    assert (newcomer.holder, newcomer.role) == (holder(cast, key), "tient l’accueil")
    assert cooperation.state == State.RUNNING
    text = in_force(cooperation)
    assert (text.number, text.signatures.count()) == (2, 3)
    assert [one["name"] for one in text.words["parties"]][-1] == str(holder(cast, key))
    assert bytes(text.pdf)[:4] == b"%PDF"
    assert [(one.pk, one.what, one.due_on) for one in promises(cooperation)] == before
    same = actions.write_agreement(
        cooperation=cooperation, draft=drafting.draft_in_force(cooperation), seen=2, by=cast.actor("nour"), at=now
    )
    assert same == text, "the text in force says what the cooperation keeps"


def test_the_week_says_since_when_a_request_waits_and_for_whom_until_it_is_answered(
    cast: Cast, cooperation: Cooperation, now: datetime, client_as: As
) -> None:
    joining = _ask(cast, cooperation, "aval", now)
    _agree(cast, joining, "nour", now)
    (waiting,) = waiting_joinings(cast.pole)
    assert (waiting.joining, [str(one) for one in waiting.missing]) == (joining, ["Roue Libre"])
    page = client_as("lena").get("/fanal/semaine/").content.decode()
    assert "Jardins d’Aval veut prendre part" in page
    assert "réponse attendue\u202f: Roue Libre" in page
    _agree(cast, joining, "sam", now)
    assert not waiting_joinings(cast.pole)


def test_the_parties_are_asked_by_mail_and_who_asked_is_told(
    cast: Cast, cooperation: Cooperation, now: datetime, run_tasks: Callable[[], int]
) -> None:
    run_tasks()
    mail.outbox.clear()
    joining = _ask(cast, cooperation, "aval", now)
    run_tasks()
    asked = {one.to[0].split("@")[0]: one for one in mail.outbox}
    assert set(asked) == {"nour", "sam"}
    assert f"/demandes/{joining.pk}/repondre/" in asked["sam"].body
    assert "tient l’accueil" in asked["sam"].body
    for who in ("nour", "sam"):
        _agree(cast, joining, who, now)
    mail.outbox.clear()
    run_tasks()
    assert [one.to[0].split("@")[0] for one in mail.outbox] == ["awa"]
    assert "vous prenez part" in mail.outbox[0].body


def test_two_last_answers_at_once_make_one_party(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    cooperation = running(cast)
    joining = _ask(cast, cooperation, "aval", now)
    told = several_at_once(*(lambda who=who: _agree(cast, joining, who, now) for who in ("nour", "sam", "sam")))
    assert cooperation.parties.count() == 3
    assert in_force(cooperation).signatures.count() == 3
    assert all(isinstance(one, Joining | JoiningSettled | NotRunning) for one in told), told


def test_one_no_closes_the_request_and_its_word_goes_to_who_asked(
    cast: Cast, cooperation: Cooperation, now: datetime, client_as: As
) -> None:
    joining = _ask(cast, cooperation, "aval", now)
    _agree(cast, joining, "nour", now)
    sam = cooperation.parties.last()
    assert sam is not None
    actions.refuse_joining(joining=joining, party=sam, word="Revenez en mai.", by=cast.actor("sam"), at=now)
    with pytest.raises(JoiningSettled):
        _agree(cast, joining, "sam", now)
    assert cooperation.parties.count() == 2
    page = cooperation.get_absolute_url()
    assert "Revenez en mai" in client_as("awa").get(page).content.decode()
    for who in ("nour", "lena"):
        assert "Revenez en mai" not in client_as(who).get(page).content.decode()


def test_a_text_written_again_voids_each_yes_and_may_name_the_newcomer(
    cast: Cast, cooperation: Cooperation, now: datetime
) -> None:
    joining = _ask(cast, cooperation, "aval", now)
    _agree(cast, joining, "nour", now)
    draft = drafting.draft_in_force(cooperation)
    changed = {**vars(draft), "purpose": "Autre chose."}
    actions.write_agreement(
        cooperation=cooperation, draft=type(draft)(**changed), seen=1, by=cast.actor("nour"), at=now
    )
    cooperation.refresh_from_db()
    with pytest.raises(NotRunning):
        _agree(cast, joining, "sam", now)
    sign(cast, cooperation)
    with pytest.raises(TextChangedMeanwhile):
        _agree(cast, joining, "sam", now, seen=1)
    _agree(cast, joining, "sam", now)
    assert cooperation.parties.count() == 2, "what was agreed about the former text no longer counts"
    _agree(cast, joining, "nour", now)
    assert cooperation.parties.count() == 3


def test_what_others_did_before_ties_nobody_who_came_later(cast: Cast, cooperation: Cooperation, now: datetime) -> None:
    before = TODAY.replace(year=TODAY.year - 1)
    actions.note_fact(cooperation=cooperation, on=before, what="Première séance", by=cast.actor("nour"), at=now)
    joining = _ask(cast, cooperation, "aval", now)
    for who in ("nour", "sam"):
        _agree(cast, joining, who, now)
    aval = f"structure-{cast.structures['aval'].pk}"
    named = {(one.fact.on, one.fact.kind): one.fact.parties for one in facts_of_pole(cast.pole, TODAY)}
    assert aval not in named[before, "fact"]
    assert any(aval in parties for parties in named.values())


def test_hostile_requests_are_refused_in_words(cast: Cast, cooperation: Cooperation, now: datetime) -> None:
    with pytest.raises(PartyAlready):
        actions.ask_to_join(
            cooperation=_with_group(cast), holder=holder(cast, "velos"), role="x", by=cast.actor("maud"), at=now
        )
    with pytest.raises(NotAllowed):
        _ask(cast, cooperation, "aval", now, by="nour")
    with pytest.raises(NotAllowed):
        _ask(cast, cooperation, "samira", now, by="awa")
    for role in ("", "   ", "x" * 121):
        with pytest.raises(RoleMissing):
            actions.ask_to_join(
                cooperation=cooperation, holder=holder(cast, "aval"), role=role, by=cast.actor("awa"), at=now
            )
    joining = _ask(cast, cooperation, "aval", now)
    with pytest.raises(AsksAlready):
        _ask(cast, cooperation, "aval", now)
    other = running(cast, title="Autre").parties.first()
    assert other is not None
    with pytest.raises(Refusal):
        actions.agree_to_joining(joining=joining, party=other, seen=1, by=cast.actor("nour"), at=now)
    actions.end_cooperation(cooperation=cooperation, ended_on=TODAY, reached=True, by=cast.actor("nour"), at=now)
    with pytest.raises(NotRunning):
        _agree(cast, joining, "sam", now)


def _with_group(cast: Cast) -> Cooperation:
    """Return a running cooperation of which a residents' group is a party."""
    return running(cast, "etabli", "velos")


def test_nobody_joins_what_is_still_to_sign(cast: Cast, now: datetime) -> None:
    with pytest.raises(NotRunning):
        actions.ask_to_join(
            cooperation=begun(cast, "etabli", "velos"),
            holder=holder(cast, "samira"),
            role="aide",
            by=cast.actor("maud"),
            at=now,
        )


def test_a_resident_joins_through_the_site(
    cast: Cast, cooperation: Cooperation, client_as: As, run_tasks: Callable[[], int]
) -> None:
    samira = f"resident-{cast.people['samira'].pk}"
    address = f"/{cast.pole.slug}/cooperations/{cooperation.pk}/participer/"
    maud = client_as("maud")
    assert maud.post(address, {"holder": "resident-999999", "role": "aide"}).status_code == 422
    assert maud.post(address, {"holder": samira, "role": "tient l’accueil"}).status_code == 302
    assert maud.post(address, {"holder": samira, "role": "encore"}).status_code == 409
    joining = Joining.objects.get()
    answer = f"/{cast.pole.slug}/demandes/{joining.pk}/repondre/"
    for who, place in (("nour", 0), ("sam", 1)):
        client = client_as(who)
        party = cooperation.parties.all()[place]
        home = client.get(f"/{cast.pole.slug}/bonjour/").content.decode()
        assert answer in home
        assert client.post(answer, {"party": "0", "answer": "yes", "seen": "1"}).status_code == 422
        assert client.post(answer, {"party": party.pk, "answer": "yes", "seen": "9"}).status_code == 409
        assert client.post(answer, {"party": party.pk, "answer": "yes", "seen": "1"}).status_code == 302
        assert answer not in client.get(f"/{cast.pole.slug}/bonjour/").content.decode()
    assert cooperation.parties.count() == 3
    run_tasks()
    assert all("Samira" not in one.subject for one in mail.outbox), "all had answered before the mails left"
    page = client_as("maud").get(cooperation.get_absolute_url()).content.decode()
    assert "tient l’accueil" in page
