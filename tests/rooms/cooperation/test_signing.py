"""Signing: who may, what it freezes, what a changed word does to it, and several at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phares.demo.cast import Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions, agreement_pdf
from phares.rooms.cooperation.actions.agreement import AlreadySigned, Over, TextChangedMeanwhile
from phares.rooms.cooperation.agreement_words import AgreementDraft, PromiseDraft, words_changed
from phares.rooms.cooperation.drafting import draft_in_force
from phares.rooms.cooperation.models import Cooperation, Signature
from phares.rooms.cooperation.models.agreement import Manner
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.directory.models import Pole
from rooms.cooperation.agreed import TODAY, begun, day, draft, in_force, promises, running, sign

CHANGES: dict[str, Callable[[AgreementDraft, str], AgreementDraft]] = {
    "title": lambda text, word: replace(text, title=f"{text.title} {word}"),
    "purpose": lambda text, word: replace(text, purpose=f"{word} {text.purpose}"),
    "form": lambda text, word: replace(text, form="barter"),
    "from_on": lambda text, word: replace(text, from_on=day(1)),
    "until_on": lambda text, word: replace(text, until_on=None),
    "openness": lambda text, word: replace(text, openness="public"),
    "role": lambda text, word: replace(text, parties=(replace(text.parties[0], role=word), *text.parties[1:])),
    "order of parties": lambda text, word: replace(
        text,
        parties=text.parties[::-1],
        promises=tuple(replace(one, by=1 - one.by, to=None if one.to is None else 1 - one.to) for one in text.promises),
    ),
    "what": lambda text, word: replace(
        text, promises=(replace(text.promises[0], what=f"{text.promises[0].what} {word}"), *text.promises[1:])
    ),
    "due_on": lambda text, word: replace(text, promises=(replace(text.promises[0], due_on=None), *text.promises[1:])),
    "to": lambda text, word: replace(text, promises=(replace(text.promises[0], to=None), *text.promises[1:])),
    "one promise less": lambda text, word: replace(text, promises=text.promises[:1]),
    "one promise more": lambda text, word: replace(text, promises=(*text.promises, PromiseDraft(0, None, word))),
}


def _rewrite(cast: Cast, cooperation: Cooperation, text: AgreementDraft, at: datetime, by: str = "nour") -> Any:
    number = in_force(cooperation).number
    return actions.write_agreement(cooperation=cooperation, draft=text, seen=number, by=cast.actor(by), at=at)


@settings(max_examples=26, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(sorted(CHANGES)), word=st.from_regex(r"[a-zàéèôûç]{1,12}", fullmatch=True))
def test_one_changed_word_anywhere_voids_every_signature(cast: Cast, now: datetime, field: str, word: str) -> None:
    cooperation = running(cast)
    before = in_force(cooperation)
    rewritten = _rewrite(cast, cooperation, CHANGES[field](draft_in_force(cooperation), word), now)
    cooperation.refresh_from_db()
    assert rewritten.number == before.number + 1
    assert not rewritten.signatures.exists()
    assert cooperation.state == State.TO_SIGN
    assert before.signatures.count() == 2
    assert words_changed(before.words, rewritten.words)
    assert JournalEntry.objects.filter(event="SignaturesVoided", subjects__cooperation_id=cooperation.pk).count() == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.booleans(), numbered=st.booleans())
def test_the_same_words_leave_every_signature(cast: Cast, now: datetime, kept: bool, numbered: bool) -> None:
    cooperation = running(cast)
    if kept:
        actions.keep_commitment(commitment=promises(cooperation)[0], done_on=TODAY, by=cast.actor("nour"), at=now)
    text = draft_in_force(cooperation)
    if not numbered:
        text = replace(text, promises=tuple(replace(one, commitment_id=None) for one in text.promises))
    assert _rewrite(cast, cooperation, text, now) == in_force(cooperation)
    cooperation.refresh_from_db()
    assert cooperation.agreements.count() == 1
    assert cooperation.state == State.RUNNING


def test_a_structure_that_takes_another_name_voids_nothing(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    structure = cast.structures["roue"]
    structure.name = "Roue Très Libre"
    structure.save()
    _rewrite(cast, cooperation, draft_in_force(cooperation), now)
    assert cooperation.agreements.count() == 1


def test_a_change_that_both_sides_accepted_is_part_of_the_words(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    promise = promises(cooperation)[0]
    change = actions.propose_commitment_change(
        commitment=promise, what="Ouvrir l’atelier le jeudi", due_on=None, by=cast.actor("nour"), at=now
    )
    actions.answer_commitment_change(change=change, accepted=True, by=cast.actor("sam"), at=now)
    _rewrite(cast, cooperation, draft_in_force(cooperation), now)
    assert cooperation.agreements.count() == 1
    retitled = _rewrite(cast, cooperation, replace(draft_in_force(cooperation), title="Autrement"), now)
    promise.refresh_from_db()
    assert promise.what == "Ouvrir l’atelier le jeudi"
    assert retitled.words["promises"][0]["what"] == "Ouvrir l’atelier le jeudi"


def test_the_first_signature_freezes_the_bytes(cast: Cast, now: datetime) -> None:
    cooperation = begun(cast)
    assert not in_force(cooperation).pdf
    sign(cast, cooperation, "nour")
    frozen = bytes(in_force(cooperation).pdf)
    sign(cast, cooperation, "sam")
    agreement = in_force(cooperation)
    assert bytes(agreement.pdf) == frozen
    assert agreement.pdf_sha256 == agreement_pdf.sha256(frozen)


def test_the_frozen_bytes_outlive_a_new_name_of_the_pole(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    frozen = bytes(in_force(cooperation).pdf)
    Pole.objects.update(name="Un autre nom")
    text = replace(draft_in_force(cooperation), title="Autrement")
    _rewrite(cast, Cooperation.objects.get(pk=cooperation.pk), text, now)
    assert bytes(cooperation.agreements.get(number=1).pdf) == frozen


@pytest.mark.parametrize("who", ["idris", "awa", "maud", "lena", "paul", "hind", "sam"])
def test_only_a_representative_signs_for_a_structure(cast: Cast, now: datetime, who: str) -> None:
    cooperation = begun(cast)
    party = cooperation.parties.get(structure=cast.structures["etabli"])
    with pytest.raises(NotAllowed):
        actions.sign_agreement(party=party, seen=in_force(cooperation).words_sha256, by=cast.actor(who), at=now)
    assert not Signature.objects.exists()


def test_a_stranger_signs_nothing(cast: Cast, stranger: Any, now: datetime) -> None:
    cooperation = begun(cast)
    for party in cooperation.parties.all():
        with pytest.raises(NotAllowed):
            actions.sign_agreement(party=party, seen=in_force(cooperation).words_sha256, by=stranger, at=now)


@pytest.mark.parametrize("who", ["maud", "lena"])
@pytest.mark.parametrize("key", ["samira", "velos"])
def test_who_notes_for_others_signs_for_residents_who_are_present(
    cast: Cast, now: datetime, who: str, key: str
) -> None:
    cooperation = begun(cast, "etabli", key)
    party = cooperation.parties.get(structure=None)
    seen = in_force(cooperation).words_sha256
    signature = actions.sign_agreement(party=party, seen=seen, by=cast.actor(who), at=now)
    assert signature.manner == Manner.IN_PRESENCE
    assert signature.signed_by == cast.people[who]


def test_a_party_signs_a_text_once(cast: Cast, now: datetime) -> None:
    cooperation = begun(cast)
    sign(cast, cooperation, "nour")
    with pytest.raises(AlreadySigned):
        sign(cast, cooperation, "nour")


def test_a_signature_on_a_text_that_changed_is_refused_and_nothing_is_lost(cast: Cast, now: datetime) -> None:
    cooperation = begun(cast)
    seen = in_force(cooperation).words_sha256
    _rewrite(cast, cooperation, replace(draft(cast), title="Autre titre"), now, by="sam")
    party = cooperation.parties.get(structure=cast.structures["etabli"])
    with pytest.raises(TextChangedMeanwhile) as refused:
        actions.sign_agreement(party=party, seen=seen, by=cast.actor("nour"), at=now)
    assert "rien n’a été signé ni perdu" in str(refused.value.sentence)
    assert in_force(cooperation).words["title"] == "Autre titre"
    assert not Signature.objects.exists()


def test_the_last_signature_starts_it_and_only_the_first_time_says_when(cast: Cast, now: datetime) -> None:
    cooperation = running(cast)
    started = cooperation.started_at
    _rewrite(cast, cooperation, replace(draft_in_force(cooperation), title="Autrement"), now)
    sign(cast, cooperation)
    assert cooperation.state == State.RUNNING
    assert cooperation.started_at == started


def test_a_text_left_there_is_no_longer_signed(cast: Cast, now: datetime) -> None:
    cooperation = begun(cast)
    actions.end_cooperation(cooperation=cooperation, ended_on=TODAY, reached=False, by=cast.actor("nour"), at=now)
    with pytest.raises(Over):
        sign(cast, cooperation, "nour")


def test_two_who_sign_at_once_are_both_kept_and_it_starts_once(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    cooperation = begun(cast)
    seen = in_force(cooperation).words_sha256
    told = several_at_once(
        *(
            lambda party=party, who=who: actions.sign_agreement(party=party, seen=seen, by=cast.actor(who), at=now)
            for party, who in zip(cooperation.parties.all(), ("nour", "sam"), strict=True)
        )
    )
    assert all(isinstance(one, Signature) for one in told), told
    cooperation.refresh_from_db()
    assert cooperation.state == State.RUNNING
    assert in_force(cooperation).signatures.count() == 2
    assert JournalEntry.objects.filter(event="CooperationStarted").count() == 1


def test_one_who_clicks_twice_signs_once(several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime) -> None:
    cooperation = begun(cast)
    seen, party = in_force(cooperation).words_sha256, cooperation.parties.get(structure__name="Roue Libre")
    act = lambda: actions.sign_agreement(party=party, seen=seen, by=cast.actor("sam"), at=now)  # noqa: E731
    told = several_at_once(act, act, act)
    assert sorted(type(one).__name__ for one in told) == ["AlreadySigned", "AlreadySigned", "Signature"]


def test_one_signs_while_the_other_rewrites_and_no_signature_stands_under_unread_words(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    cooperation = begun(cast)
    seen, party = in_force(cooperation).words_sha256, cooperation.parties.get(structure__name="Roue Libre")
    text = replace(draft(cast), title="Autre titre")
    signed, rewritten = several_at_once(
        lambda: actions.sign_agreement(party=party, seen=seen, by=cast.actor("sam"), at=now),
        lambda: _rewrite(cast, cooperation, text, now),
    )
    assert isinstance(signed, Signature | TextChangedMeanwhile), signed
    assert rewritten.number == 2
    assert not in_force(cooperation).signatures.exists()
    assert in_force(cooperation).words["title"] == "Autre titre"


def test_two_who_rewrite_at_once_lose_nothing_unseen(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    cooperation = begun(cast)
    told = several_at_once(
        *(
            lambda who=who: actions.write_agreement(
                cooperation=cooperation,
                draft=replace(draft(cast), title=f"Écrit par {who}"),
                seen=1,
                by=cast.actor(who),
                at=now,
            )
            for who in ("nour", "sam")
        )
    )
    assert sorted(type(one).__name__ for one in told) == ["Agreement", "TextChangedMeanwhile"]
    assert cooperation.agreements.count() == 2
