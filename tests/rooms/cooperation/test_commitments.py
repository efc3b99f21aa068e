"""Promises: kept and confirmed, changed by both, given up with a word."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
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
from rooms.cooperation.agreed import become, begun, day, promises, running

As = Callable[[str], Client]
SECRET = "Notre trésorière est partie fâchée."
ACTS = ("keep", "change", "drop")


@pytest.fixture
def cooperation(cast: Cast) -> Cooperation:
    """L'Établi promises first, Roue Libre second; both have signed."""
    return running(cast)


@pytest.fixture
def promise(cooperation: Cooperation) -> Commitment:
    """What L'Établi promised to Roue Libre."""
    return promises(cooperation)[0]


def test_a_promise_is_kept_once_the_one_who_received_says_so(cast: Cast, promise: Commitment, now: datetime) -> None:
    become("keep", promise, cast.actor("nour"), now)
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
        become(act, promise, cast.actor("nour"), now)


@pytest.mark.parametrize("first", ["keep", "drop"])
@pytest.mark.parametrize("second", ACTS)
def test_what_became_of_a_promise_is_said_once(
    cast: Cast, promise: Commitment, now: datetime, first: str, second: str
) -> None:
    become(first, promise, cast.actor("nour"), now)
    with pytest.raises(Settled):
        become(second, promise, cast.actor("nour"), now)


@pytest.mark.parametrize("who", ["awa", "maud", "lena", "paul", "hind"])
@pytest.mark.parametrize("act", [*ACTS, "acknowledge"])
def test_nobody_else_speaks_for_the_parties(cast: Cast, promise: Commitment, now: datetime, who: str, act: str) -> None:
    with pytest.raises(NotAllowed):
        become(act, promise, cast.actor(who), now)


@pytest.mark.parametrize("act", ["keep", "drop"])
def test_the_one_who_receives_does_not_say_that_it_is_done(
    cast: Cast, promise: Commitment, now: datetime, act: str
) -> None:
    with pytest.raises(NotAllowed):
        become(act, promise, cast.actor("sam"), now)


def test_a_promise_done_tomorrow_is_refused(cast: Cast, promise: Commitment, now: datetime) -> None:
    with pytest.raises(InTheFuture):
        actions.keep_commitment(commitment=promise, done_on=day(1), by=cast.actor("nour"), at=now)


def test_nothing_is_confirmed_before_it_is_said_done(cast: Cast, promise: Commitment, now: datetime) -> None:
    with pytest.raises(NothingToAcknowledge):
        actions.acknowledge_commitment(commitment=promise, by=cast.actor("sam"), at=now)


@pytest.mark.parametrize("word", ["", "   ", "\n\t"])
def test_a_promise_is_not_given_up_in_silence(cast: Cast, promise: Commitment, now: datetime, word: str) -> None:
    with pytest.raises(WordMissing):
        become("drop", promise, cast.actor("nour"), now, word=word)
    promise.refresh_from_db()
    assert promise.outcome == Outcome.OPEN


@pytest.mark.parametrize(("proposer", "other"), [("nour", "sam"), ("sam", "nour")])
@pytest.mark.parametrize("accepted", [True, False])
def test_a_change_holds_only_when_the_other_side_accepts(
    cast: Cast, promise: Commitment, now: datetime, proposer: str, other: str, accepted: bool
) -> None:
    before = (promise.what, promise.due_on)
    change = become("change", promise, cast.actor(proposer), now)
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
    become("change", promise, cast.actor("nour"), now)
    with pytest.raises(ChangeWaiting):
        become("change", promise, cast.actor("sam"), now)


@pytest.mark.parametrize("act", ["keep", "drop"])
def test_a_change_that_waited_falls_when_the_promise_is_settled(
    cast: Cast, promise: Commitment, now: datetime, act: str
) -> None:
    change = become("change", promise, cast.actor("sam"), now)
    become(act, promise, cast.actor("nour"), now)
    change.refresh_from_db()
    assert change.accepted is False


def test_what_was_promised_to_all_is_confirmed_by_any_of_the_others(cast: Cast, now: datetime) -> None:
    cooperation = running(cast, "etabli", "roue", "aval", promises=(PromiseDraft(0, None, "Ouvrir le samedi"),))
    promise = promises(cooperation)[0]
    become("keep", promise, cast.actor("nour"), now)
    actions.acknowledge_commitment(commitment=promise, by=cast.actor("awa"), at=now)
    promise.refresh_from_db()
    assert promise.outcome == Outcome.KEPT


def test_a_mediator_says_it_for_a_resident_who_is_present(cast: Cast, now: datetime) -> None:
    cooperation = running(cast, "etabli", "samira")
    own, received = promises(cooperation)[1], promises(cooperation)[0]
    become("keep", own, cast.actor("maud"), now)
    become("keep", received, cast.actor("nour"), now)
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
    change = become("change", promise, cast.actor("nour"), now)
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
        lambda: become("keep", promise, cast.actor("nour"), now),
        lambda: become("change", promise, cast.actor("sam"), now),
    )
    assert isinstance(kept, Commitment), kept
    assert isinstance(proposed, CommitmentChange | Settled), proposed
    assert not promise.changes.filter(answered_at=None).exists()
