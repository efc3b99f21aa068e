"""Writing agreements: what a sound text is, beginning from a match or not, writing it again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.agreement import AlreadyBegun, NotBothInterested, TextChangedMeanwhile
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.drafting import (
    MOST_PROMISES,
    PartyHasSigned,
    PromiseSettled,
    SidesMissing,
    Unsound,
    draft_in_force,
)
from phares.rooms.cooperation.models import Answer, Cooperation, Match
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.directory.actors import Actor
from rooms.cooperation.agreed import TODAY, begun, day, draft, holder, in_force, promises, running, sign

As = Callable[[str], Client]
Answered = Callable[..., Answer]

WRONG: dict[str, Callable[[AgreementDraft], AgreementDraft]] = {
    "no title": lambda text: replace(text, title="  "),
    "a title too long": lambda text: replace(text, title="x" * 141),
    "a form that no list offers": lambda text: replace(text, form="miracle"),
    "seen by nobody known": lambda text: replace(text, openness="moon"),
    "an end before the beginning": lambda text: replace(text, until_on=day(-1)),
    "one party alone": lambda text: replace(text, parties=text.parties[:1], promises=(PromiseDraft(0, None, "x"),)),
    "the same party twice": lambda text: replace(text, parties=(*text.parties, text.parties[0])),
    "no promise": lambda text: replace(text, promises=()),
    "a promise without words": lambda text: replace(text, promises=(PromiseDraft(0, 1, " "),)),
    "a promise to oneself": lambda text: replace(text, promises=(PromiseDraft(0, 0, "x"),)),
    "a promise by nobody": lambda text: replace(text, promises=(PromiseDraft(7, 0, "x"),)),
    "too many promises": lambda text: replace(text, promises=(PromiseDraft(0, 1, "x"),) * (MOST_PROMISES + 1)),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_text_that_is_not_sound_is_refused_and_leaves_nothing(cast: Cast, now: datetime, wrong: str) -> None:
    with pytest.raises(Unsound):
        actions.begin_cooperation(pole=cast.pole, draft=WRONG[wrong](draft(cast)), by=cast.actor("nour"), at=now)
    assert not Cooperation.objects.exists()


def test_a_party_of_another_pole_is_refused(cast: Cast, stranger: Actor, now: datetime) -> None:
    assert stranger.holder is not None
    text = draft(cast)
    text = replace(text, parties=(text.parties[0], PartyDraft(stranger.holder)))
    with pytest.raises(Unsound):
        actions.begin_cooperation(pole=cast.pole, draft=text, by=cast.actor("nour"), at=now)


@pytest.mark.parametrize("who", ["awa", "paul", "hind"])
def test_nobody_writes_for_others_without_being_their_note_taker(cast: Cast, now: datetime, who: str) -> None:
    with pytest.raises(NotAllowed):
        begun(cast, by=who)


def test_a_match_that_one_side_alone_wants_begins_nothing(cast: Cast, match: Match, answer: Answered) -> None:
    answer("need")
    with pytest.raises(NotBothInterested):
        begun(cast, "etabli", "aval", match=match)


def test_a_match_begins_one_cooperation_at_a_time(cast: Cast, match: Match, answer: Answered, now: datetime) -> None:
    answer("need")
    answer("offer")
    first = begun(cast, "etabli", "aval", match=match)
    with pytest.raises(AlreadyBegun):
        begun(cast, "etabli", "aval", by="awa", match=match)
    actions.end_cooperation(cooperation=first, ended_on=TODAY, reached=False, by=cast.actor("awa"), at=now)
    assert begun(cast, "etabli", "aval", match=match).match == match


def test_both_sides_of_a_match_are_parties_of_its_agreement(cast: Cast, match: Match, answer: Answered) -> None:
    answer("need")
    answer("offer")
    with pytest.raises(SidesMissing):
        begun(cast, "etabli", "roue", match=match)


def test_signing_what_began_with_a_match_meets_the_need(cast: Cast, match: Match, answer: Answered) -> None:
    answer("need")
    answer("offer")
    cooperation = begun(cast, "etabli", "aval", match=match)
    sign(cast, cooperation, "nour")
    match.need.refresh_from_db()
    assert match.need.met_at is None
    sign(cast, cooperation, "awa")
    match.need.refresh_from_db()
    assert match.need.met_at is not None


def test_two_who_begin_from_one_match_at_once_begin_once(
    several_at_once: Callable[..., list[Any]], cast: Cast, match: Match, answer: Answered
) -> None:
    answer("need")
    answer("offer")
    told = several_at_once(*(lambda by=by: begun(cast, "etabli", "aval", by=by, match=match) for by in ("nour", "awa")))
    assert sorted(type(one).__name__ for one in told) == ["AlreadyBegun", "Cooperation"]


def test_who_has_signed_once_is_not_left_out_of_a_later_text(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    text = draft(cast, "etabli", "aval")
    with pytest.raises(PartyHasSigned):
        actions.write_agreement(cooperation=cooperation, draft=text, seen=1, by=cast.actor("nour"), at=now)
    assert {party.holder for party in cooperation.parties.all()} == {holder(cast, "etabli"), holder(cast, "roue")}


def test_a_kept_promise_stays_in_the_text_as_it_was(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    actions.keep_commitment(commitment=promises(cooperation)[0], done_on=TODAY, by=cast.actor("nour"), at=now)
    text = draft_in_force(cooperation)
    for later in (
        replace(text, promises=text.promises[1:]),
        replace(text, promises=(replace(text.promises[0], what="Autre chose"), text.promises[1])),
    ):
        with pytest.raises(PromiseSettled):
            actions.write_agreement(cooperation=cooperation, draft=later, seen=1, by=cast.actor("nour"), at=now)
    assert cooperation.agreements.count() == 1


def test_a_promise_left_out_before_anybody_signed_is_erased_and_afterwards_given_up(cast: Cast, now: datetime) -> None:
    for cooperation, left in ((begun(cast), 1), (running(cast), 2)):
        text = draft_in_force(cooperation)
        later = replace(text, promises=text.promises[:1])
        actions.write_agreement(cooperation=cooperation, draft=later, seen=1, by=cast.actor("nour"), at=now)
        assert cooperation.commitments.count() == left
    assert cooperation.commitments.last().outcome == Outcome.DROPPED


def test_a_text_written_on_an_older_version_is_refused(cast: Cast, now: datetime) -> None:
    cooperation = begun(cast)
    for title in ("Un", "Deux"):
        text = replace(draft(cast), title=title)
        refused = title == "Deux"
        try:
            actions.write_agreement(cooperation=cooperation, draft=text, seen=1, by=cast.actor("sam"), at=now)
        except TextChangedMeanwhile:
            assert refused
    assert in_force(cooperation).words["title"] == "Un"
