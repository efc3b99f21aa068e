"""Acts on commitments: kept, acknowledged, changed by both sides, given up with a word."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Commitment, CommitmentChange, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.directory.actors import Actor


class NotSignedYet(Refusal):
    """The promise does not hold before every party has signed once."""

    sentence = _("L’accord n’est pas encore signé par toutes les parties : la promesse ne tient pas encore.")


class Settled(Refusal):
    """The promise is no longer open."""

    sentence = _("Cette promesse n’est plus à tenir : quelqu’un a déjà dit ce qu’elle est devenue.")


class NothingToAcknowledge(Refusal):
    """Nobody has said yet that it was done, or it was acknowledged before."""

    sentence = _("Il n’y a rien à confirmer ici pour le moment.")


class ChangeWaiting(Refusal):
    """Another change waits for its answer."""

    sentence = _("Un changement attend déjà une réponse : répondez-y d’abord.")


class NoChangeWaiting(Refusal):
    """The change was answered before."""

    sentence = _("Il a déjà été répondu à ce changement.")


class InTheFuture(Refusal):
    """Something that happened cannot be dated after today."""

    sentence = _("Cette date n’est pas encore passée.")


class WordMissing(Refusal):
    """A promise is not given up in silence."""

    sentence = _("Écrivez un mot pour celles et ceux à qui c’était promis.")
    status = 400


class ChangesNothing(Refusal):
    """The proposed words and day are those of the promise."""

    sentence = _("Ce que vous proposez ne change rien : modifiez le texte ou la date.")


def _locked(commitment: Commitment, *, open_only: bool = True) -> Commitment:
    """Return the promise under lock; refuse when it does not hold yet or, by default, is no longer open."""
    held = Commitment.objects.select_for_update(of=("self",)).select_related("cooperation").get(pk=commitment.pk)
    if held.cooperation.started_at is None:
        raise NotSignedYet
    if open_only and held.outcome != Outcome.OPEN:
        raise Settled
    return held


@transaction.atomic
def keep_commitment(*, commitment: Commitment, done_on: date, word: str = "", by: Actor, at: datetime) -> Commitment:
    """Say that a promise was carried out on a day; those who received it will say so too."""
    require(permissions.can_keep_commitment(by, commitment))
    commitment = _locked(commitment)
    if done_on > as_day(at):
        raise InTheFuture(field="done_on")
    commitment.outcome, commitment.done_on, commitment.word = Outcome.DONE, done_on, word
    commitment.save(update_fields=["outcome", "done_on", "word"])
    commitment.close_waiting_change(at)
    publish(events.CommitmentDone(*_ids(commitment)), by=by, at=at)
    return commitment


@transaction.atomic
def acknowledge_commitment(*, commitment: Commitment, by: Actor, at: datetime) -> Commitment:
    """Say that what was promised was received: the promise is kept."""
    require(permissions.can_acknowledge_commitment(by, commitment))
    commitment = _locked(commitment, open_only=False)
    if commitment.outcome != Outcome.DONE:
        raise NothingToAcknowledge
    commitment.outcome, commitment.acknowledged_at = Outcome.KEPT, at
    commitment.acknowledged_by_id = by.person_id
    commitment.save(update_fields=["outcome", "acknowledged_at", "acknowledged_by"])
    publish(events.CommitmentAcknowledged(*_ids(commitment)), by=by, at=at)
    return commitment


@transaction.atomic
def propose_commitment_change(
    *, commitment: Commitment, what: str, due_on: date | None, word: str = "", by: Actor, at: datetime
) -> CommitmentChange:
    """Propose other words or another day; the promise stays as it was until the other side accepts."""
    require(permissions.can_change_commitment(by, commitment))
    commitment = _locked(commitment)
    if commitment.changes.filter(answered_at=None).exists():
        raise ChangeWaiting
    if (what, due_on) == (commitment.what, commitment.due_on):
        raise ChangesNothing(field="what")
    change = CommitmentChange.objects.create(
        commitment=commitment,
        proposed_by=_proposer(by, commitment),
        old_what=commitment.what,
        old_due_on=commitment.due_on,
        what=what,
        due_on=due_on,
        word=word,
        proposed_at=at,
    )
    publish(events.CommitmentChangeProposed(*_ids(commitment)), by=by, at=at)
    return change


def _proposer(by: Actor, commitment: Commitment) -> Party:
    """Return the party that the actor speaks for: the one who promised, else one of those who receive."""
    if permissions.can_keep_commitment(by, commitment):
        return commitment.promised_by
    own = permissions.own_parties(by, commitment.cooperation, "keep_promises")
    return next(party for party in permissions.receivers(commitment) if party in own)


@transaction.atomic
def answer_commitment_change(*, change: CommitmentChange, accepted: bool, by: Actor, at: datetime) -> CommitmentChange:
    """Accept the other side's change, which then holds, or refuse it, and the promise stays as it was."""
    require(permissions.can_answer_change(by, change))
    commitment = _locked(change.commitment)
    change = CommitmentChange.objects.select_for_update().get(pk=change.pk)
    if change.answered_at is not None:
        raise NoChangeWaiting
    change.answered_at, change.accepted = at, accepted
    change.save(update_fields=["answered_at", "accepted"])
    if accepted:
        commitment.what, commitment.due_on = change.what, change.due_on
        commitment.save(update_fields=["what", "due_on"])
    publish(events.CommitmentChangeAnswered(*_ids(commitment)), by=by, at=at)
    return change


@transaction.atomic
def drop_commitment(*, commitment: Commitment, word: str, by: Actor, at: datetime) -> Commitment:
    """Give a promise up, with a word for those to whom it was made."""
    require(permissions.can_keep_commitment(by, commitment))
    if not word.strip():
        raise WordMissing(field="word")
    commitment = _locked(commitment)
    commitment.outcome, commitment.dropped_on, commitment.word = Outcome.DROPPED, as_day(at), word
    commitment.save(update_fields=["outcome", "dropped_on", "word"])
    commitment.close_waiting_change(at)
    publish(events.CommitmentDropped(*_ids(commitment)), by=by, at=at)
    return commitment


def _ids(commitment: Commitment) -> tuple[int, int, int]:
    """Return the ids that the events of a promise carry."""
    return commitment.cooperation.pole_id, commitment.cooperation_id, commitment.pk
