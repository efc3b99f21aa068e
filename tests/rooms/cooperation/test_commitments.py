"""Promises: kept and confirmed, changed by both, given up with a word; who sees and does what on the page."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.commitment import (
    ChangesNothing,
    ChangeWaiting,
    InTheFuture,
    NoChangeWaiting,
    NothingToAcknowledge,
    NotSignedYet,
    Settled,
    WordMissing,
)
from phares.rooms.cooperation.agreement_words import PromiseDraft
from phares.rooms.cooperation.models import Commitment, CommitmentChange, Cooperation
from phares.rooms.cooperation.models.commitment import Outcome
from rooms.cooperation.agreed import TODAY, begun, day, promises, running

As = Callable[[str], Client]
SECRET = "Notre trésorière est partie fâchée."
ACTS = ("keep", "change", "drop")


def _do(act: str, promise: Commitment, by: Any, at: datetime, word: str = "un mot") -> Any:
    """Do one of the acts on a promise."""
    if act == "keep":
        return actions.keep_commitment(commitment=promise, done_on=TODAY, word=word, by=by, at=at)
    if act == "acknowledge":
        return actions.acknowledge_commitment(commitment=promise, by=by, at=at)
    if act == "drop":
        return actions.drop_commitment(commitment=promise, word=word, by=by, at=at)
    return actions.propose_commitment_change(
        commitment=promise, what="Autre chose", due_on=None, word=word, by=by, at=at
    )


@pytest.fixture
def cooperation(cast: Cast) -> Cooperation:
    """L'Établi promises first, Roue Libre second; both have signed."""
    return running(cast)


@pytest.fixture
def promise(cooperation: Cooperation) -> Commitment:
    """What L'Établi promised to Roue Libre."""
    return promises(cooperation)[0]


def test_a_promise_is_kept_once_the_one_who_received_says_so(cast: Cast, promise: Commitment, now: datetime) -> None:
    _do("keep", promise, cast.actor("nour"), now)
    promise.refresh_from_db()
    assert promise.outcome == Outcome.DONE
    with pytest.raises(NotAllowed):
        actions.acknowledge_commitment(commitment=promise, by=cast.actor("nour"), at=now)
    actions.acknowledge_commitment(commitment=promise, by=cast.actor("sam"), at=now)
    promise.refresh_from_db()
    assert promise.outcome == Outcome.KEPT
    assert promise.acknowledged_by == cast.people["sam"]


@pytest.mark.parametrize("act", ACTS)
def test_nothing_becomes_of_a_promise_before_all_have_signed(cast: Cast, now: datetime, act: str) -> None:
    promise = promises(begun(cast))[0]
    with pytest.raises(NotSignedYet):
        _do(act, promise, cast.actor("nour"), now)


@pytest.mark.parametrize("first", ["keep", "drop"])
@pytest.mark.parametrize("second", ACTS)
def test_what_became_of_a_promise_is_said_once(
    cast: Cast, promise: Commitment, now: datetime, first: str, second: str
) -> None:
    _do(first, promise, cast.actor("nour"), now)
    with pytest.raises(Settled):
        _do(second, promise, cast.actor("nour"), now)


@pytest.mark.parametrize("who", ["awa", "maud", "lena", "paul", "hind"])
@pytest.mark.parametrize("act", [*ACTS, "acknowledge"])
def test_nobody_else_speaks_for_the_parties(cast: Cast, promise: Commitment, now: datetime, who: str, act: str) -> None:
    with pytest.raises(NotAllowed):
        _do(act, promise, cast.actor(who), now)


@pytest.mark.parametrize("act", ["keep", "drop"])
def test_the_one_who_receives_does_not_say_that_it_is_done(
    cast: Cast, promise: Commitment, now: datetime, act: str
) -> None:
    with pytest.raises(NotAllowed):
        _do(act, promise, cast.actor("sam"), now)


def test_a_promise_done_tomorrow_is_refused(cast: Cast, promise: Commitment, now: datetime) -> None:
    with pytest.raises(InTheFuture):
        actions.keep_commitment(commitment=promise, done_on=day(1), by=cast.actor("nour"), at=now)


def test_nothing_is_confirmed_before_it_is_said_done(cast: Cast, promise: Commitment, now: datetime) -> None:
    with pytest.raises(NothingToAcknowledge):
        actions.acknowledge_commitment(commitment=promise, by=cast.actor("sam"), at=now)


@pytest.mark.parametrize("word", ["", "   ", "\n\t"])
def test_a_promise_is_not_given_up_in_silence(cast: Cast, promise: Commitment, now: datetime, word: str) -> None:
    with pytest.raises(WordMissing):
        _do("drop", promise, cast.actor("nour"), now, word=word)
    promise.refresh_from_db()
    assert promise.outcome == Outcome.OPEN


@pytest.mark.parametrize(("proposer", "other"), [("nour", "sam"), ("sam", "nour")])
@pytest.mark.parametrize("accepted", [True, False])
def test_a_change_holds_only_when_the_other_side_accepts(
    cast: Cast, promise: Commitment, now: datetime, proposer: str, other: str, accepted: bool
) -> None:
    before = (promise.what, promise.due_on)
    change = _do("change", promise, cast.actor(proposer), now)
    promise.refresh_from_db()
    assert (promise.what, promise.due_on) == before
    with pytest.raises(NotAllowed):
        actions.answer_commitment_change(change=change, accepted=True, by=cast.actor(proposer), at=now)
    actions.answer_commitment_change(change=change, accepted=accepted, by=cast.actor(other), at=now)
    promise.refresh_from_db()
    assert (promise.what, promise.due_on) == (("Autre chose", None) if accepted else before)
    with pytest.raises(NoChangeWaiting):
        actions.answer_commitment_change(change=change, accepted=not accepted, by=cast.actor(other), at=now)


def test_one_change_waits_at_a_time_and_it_changes_something(cast: Cast, promise: Commitment, now: datetime) -> None:
    with pytest.raises(ChangesNothing):
        actions.propose_commitment_change(
            commitment=promise, what=promise.what, due_on=promise.due_on, by=cast.actor("nour"), at=now
        )
    _do("change", promise, cast.actor("nour"), now)
    with pytest.raises(ChangeWaiting):
        _do("change", promise, cast.actor("sam"), now)


@pytest.mark.parametrize("act", ["keep", "drop"])
def test_a_change_that_waited_falls_when_the_promise_is_settled(
    cast: Cast, promise: Commitment, now: datetime, act: str
) -> None:
    change = _do("change", promise, cast.actor("sam"), now)
    _do(act, promise, cast.actor("nour"), now)
    change.refresh_from_db()
    assert change.accepted is False


def test_what_was_promised_to_all_is_confirmed_by_any_of_the_others(cast: Cast, now: datetime) -> None:
    cooperation = running(cast, "etabli", "roue", "aval", promises=(PromiseDraft(0, None, "Ouvrir le samedi"),))
    promise = promises(cooperation)[0]
    _do("keep", promise, cast.actor("nour"), now)
    actions.acknowledge_commitment(commitment=promise, by=cast.actor("awa"), at=now)
    promise.refresh_from_db()
    assert promise.outcome == Outcome.KEPT


def test_a_mediator_says_it_for_a_resident_who_is_present(cast: Cast, now: datetime) -> None:
    cooperation = running(cast, "etabli", "samira")
    own, received = promises(cooperation)[1], promises(cooperation)[0]
    _do("keep", own, cast.actor("maud"), now)
    _do("keep", received, cast.actor("nour"), now)
    actions.acknowledge_commitment(commitment=received, by=cast.actor("maud"), at=now)
    received.refresh_from_db()
    assert received.outcome == Outcome.KEPT


@given(
    outcome=st.sampled_from(Outcome.values),
    due=st.none() | st.integers(-400, 400),
    today=st.integers(-400, 400),
)
def test_late_is_an_open_promise_whose_day_has_gone_by(outcome: str, due: int | None, today: int) -> None:
    promise = Commitment(outcome=outcome, due_on=None if due is None else day(due))
    assert promise.is_late(day(today)) == (outcome == Outcome.OPEN and due is not None and due < today)


def test_two_who_answer_a_change_at_once_have_one_outcome(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    promise = promises(running(cast))[0]
    change = _do("change", promise, cast.actor("nour"), now)
    told = several_at_once(
        *(
            lambda accepted=accepted: actions.answer_commitment_change(
                change=change, accepted=accepted, by=cast.actor("sam"), at=now
            )
            for accepted in (True, False, True)
        )
    )
    assert sorted(type(one).__name__ for one in told) == ["CommitmentChange", "NoChangeWaiting", "NoChangeWaiting"]
    promise.refresh_from_db()
    change.refresh_from_db()
    assert (promise.what == "Autre chose") == change.accepted


def test_one_keeps_while_the_other_changes_and_the_promise_says_one_thing(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    promise = promises(running(cast))[0]
    kept, proposed = several_at_once(
        lambda: _do("keep", promise, cast.actor("nour"), now), lambda: _do("change", promise, cast.actor("sam"), now)
    )
    assert isinstance(kept, Commitment), kept
    assert isinstance(proposed, CommitmentChange | Settled), proposed
    assert not promise.changes.filter(answered_at=None).exists()


# ------------------------------------------------------------------ pages


def _page(client: Client, cooperation: Cooperation) -> str:
    response = client.get(cooperation.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_words_between_parties_are_read_by_them_alone_on_every_page(
    cast: Cast, cooperation: Cooperation, client_as: As, now: datetime
) -> None:
    first, second = promises(cooperation)
    actions.keep_commitment(commitment=first, done_on=TODAY, word=SECRET, by=cast.actor("nour"), at=now)
    change = _do("change", second, cast.actor("sam"), now, word=SECRET)
    actions.answer_commitment_change(change=change, accepted=True, by=cast.actor("nour"), at=now)
    second.refresh_from_db()
    actions.propose_commitment_change(
        commitment=second, what="Encore", due_on=None, word=SECRET, by=cast.actor("sam"), at=now
    )
    actions.end_cooperation(
        cooperation=cooperation, ended_on=TODAY, reached=True, word=SECRET, by=cast.actor("sam"), at=now
    )
    for who in ("nour", "sam", "idris"):
        assert SECRET in _page(client_as(who), cooperation)
    pages = (
        cooperation.get_absolute_url(),
        reverse("cooperation:agreement", args=["fanal", cooperation.pk]),
        reverse("cooperation:write_agreement", args=["fanal", cooperation.pk]),
        reverse("cooperation:note_fact", args=["fanal", cooperation.pk]),
        reverse("cooperation:register", args=["fanal"]),
        reverse("directory:week", args=["fanal"]),
        reverse("directory:home", args=["fanal"]),
    )
    for who in ("lena", "paul", "hind", "maud", "awa", ""):
        for page in pages:
            assert SECRET not in client_as(who).get(page).content.decode(), (who, page)


def test_one_yellow_button_a_page_the_next_thing_for_this_reader(
    cast: Cast, cooperation: Cooperation, client_as: As, now: datetime
) -> None:
    first, second = promises(cooperation)
    told = {who: _page(client_as(who), cooperation) for who in ("nour", "sam", "lena", "awa")}
    assert {who: page.count("button-next") for who, page in told.items()} == {"nour": 1, "sam": 1, "lena": 1, "awa": 0}
    assert reverse("cooperation:keep_commitment", args=["fanal", first.pk]) in told["nour"]
    assert reverse("cooperation:keep_commitment", args=["fanal", second.pk]) not in told["nour"]
    _do("keep", first, cast.actor("nour"), now)
    assert "Bien reçu" in _page(client_as("sam"), cooperation)
    assert "Bien reçu" not in _page(client_as("nour"), cooperation)
    _do("change", second, cast.actor("sam"), now)
    asked = _page(client_as("nour"), cooperation)
    assert "Accepter ce changement" in asked
    assert asked.count("button-next") == 1
    assert "Accepter ce changement" not in _page(client_as("sam"), cooperation)
    assert "Accepter ce changement" not in _page(client_as("lena"), cooperation)


def test_those_outside_see_neither_promises_nor_whether_they_were_kept(cast: Cast, client_as: As) -> None:
    cooperation = running(cast, openness="public")
    for who in ("awa", "maud", ""):
        page = _page(client_as(who), cooperation)
        assert "Ouvrir l’atelier le mardi" not in page
        assert "à tenir" not in page
    assert "Ouvrir l’atelier le mardi" in _page(client_as("lena"), cooperation)


def test_a_day_gone_by_is_said_softly(cast: Cast, client_as: As) -> None:
    cooperation = running(cast, promises=(PromiseDraft(0, 1, "Ouvrir", day(-3)),))
    page = _page(client_as("nour"), cooperation)
    assert "était pour le" in page
    assert "en retard" not in page


def test_a_promise_goes_from_page_to_page(cast: Cast, cooperation: Cooperation, client_as: As) -> None:
    first, second = promises(cooperation)
    nour, sam = client_as("nour"), client_as("sam")
    kept = nour.post(reverse("cooperation:keep_commitment", args=["fanal", first.pk]), {"done_on": TODAY, "word": ""})
    assert kept["Location"] == cooperation.get_absolute_url()
    sam.post(reverse("cooperation:acknowledge_commitment", args=["fanal", first.pk]))
    assert "tenue le" in _page(nour, cooperation)
    proposed = {"what": "Venir à deux", "due_on": "", "word": "Parce que."}
    sam.post(reverse("cooperation:propose_commitment_change", args=["fanal", second.pk]), proposed)
    change = second.changes.get()
    answer = reverse("cooperation:answer_commitment_change", args=["fanal", change.pk])
    nour.post(answer, {"accepted": "perhaps"})
    change.refresh_from_db()
    assert change.answered_at is None
    nour.post(answer, {"accepted": "yes"})
    assert "Ce qui a changé d’accord" in _page(nour, cooperation)
    drop = reverse("cooperation:drop_commitment", args=["fanal", second.pk])
    assert sam.post(drop, {"word": " "}).status_code == 422
    sam.post(drop, {"word": "Plus personne."})
    assert "abandonnée le" in _page(nour, cooperation)
    assert "Plus personne." in _page(nour, cooperation)


def test_a_refused_act_keeps_what_was_typed(cast: Cast, cooperation: Cooperation, client_as: As) -> None:
    promise = promises(cooperation)[0]
    address = reverse("cooperation:keep_commitment", args=["fanal", promise.pk])
    page = client_as("nour").post(address, {"done_on": day(3), "word": "Presque"})
    assert page.status_code == 409
    assert "Presque" in page.content.decode()
    assert "pas encore passée" in page.content.decode()


@pytest.mark.parametrize("name", ["keep_commitment", "propose_commitment_change", "drop_commitment"])
def test_a_promise_of_others_is_not_found(cast: Cast, client_as: As, name: str) -> None:
    promise = promises(running(cast, openness="public"))[0]
    address = reverse(f"cooperation:{name}", args=["fanal", promise.pk])
    for client in (client_as("awa"), client_as("maud")):
        assert client.get(address).status_code == 404
    assert client_as("").get(address).status_code == 302
    assert client_as("lena").get(address).status_code == 403
    assert client_as("nour").get(address.replace("/fanal/", "/ailleurs/")).status_code == 404


def test_refusals_are_in_words() -> None:
    for refusal in (Settled, NotSignedYet, WordMissing, ChangeWaiting, NoChangeWaiting, ChangesNothing, InTheFuture):
        assert str(refusal.sentence) != str(Refusal.sentence)
