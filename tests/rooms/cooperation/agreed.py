"""Agreements and cooperations of the small cast, made through the acts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Agreement, Commitment, Cooperation, Match
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder

TODAY = timezone.localdate()
SIGNERS = {"etabli": "nour", "roue": "sam", "aval": "awa", "velos": "maud", "samira": "maud", "langues": "clara"}


def holder(cast: Cast, key: str) -> Holder:
    """Return a structure, a group or a person of the cast."""
    return cast.structures.get(key) or cast.groups.get(key) or cast.people[key]


def draft(cast: Cast, *keys: str, **changed: Any) -> AgreementDraft:
    """Return a text between those named, L'Établi and Roue Libre when nobody is."""
    keys = keys or ("etabli", "roue")
    text = AgreementDraft(
        title="Un mardi de réparation",
        purpose="Remettre en route les vélos du quartier.",
        form="loan",
        from_on=TODAY,
        until_on=TODAY + timedelta(days=200),
        openness="pole",
        parties=tuple(PartyDraft(holder(cast, key), "prend sa part") for key in keys),
        promises=(
            PromiseDraft(0, 1, "Ouvrir l’atelier le mardi", TODAY + timedelta(days=9)),
            PromiseDraft(1, 0, "Venir avec une mécanicienne", TODAY + timedelta(days=20)),
        ),
    )
    return replace(text, **changed)


def begun(
    cast: Cast, *keys: str, by: str = "nour", match: Match | None = None, at: datetime | None = None, **changed: Any
) -> Cooperation:
    """Return a cooperation whose first text waits for its signatures."""
    return actions.begin_cooperation(
        pole=cast.pole,
        draft=draft(cast, *keys, **changed),
        match=match,
        by=cast.actor(by),
        at=at or timezone.now(),
    )


def in_force(cooperation: Cooperation) -> Agreement:
    """Return the text in force."""
    return cooperation.agreements.get(replaced_at=None)


def sign(cast: Cast, cooperation: Cooperation, *who: str) -> None:
    """Sign the text in force, each party by its person; a named person signs for their own party only."""
    seen = in_force(cooperation).words_sha256
    for party in cooperation.parties.all():
        key = next(key for key in SIGNERS if holder_is(cast, key, party.holder))
        if not who or SIGNERS[key] in who:
            actions.sign_agreement(party=party, seen=seen, by=cast.actor(SIGNERS[key]), at=timezone.now())
    cooperation.refresh_from_db()


def holder_is(cast: Cast, key: str, one: Holder) -> bool:
    """Say whether this key of the cast is that holder."""
    known = {**cast.structures, **cast.groups, **cast.people}
    return known.get(key) == one


def running(cast: Cast, *keys: str, **changed: Any) -> Cooperation:
    """Return a cooperation that everybody has signed."""
    cooperation = begun(cast, *keys, **changed)
    sign(cast, cooperation)
    return cooperation


def promises(cooperation: Cooperation) -> Sequence[Commitment]:
    """Return the promises in the order of the text."""
    return list(cooperation.commitments.all())


def day(days: int) -> date:
    """Return a day counted from today."""
    return TODAY + timedelta(days=days)


def become(act: str, promise: Commitment, by: Actor, at: datetime, word: str = "un mot") -> Any:
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
