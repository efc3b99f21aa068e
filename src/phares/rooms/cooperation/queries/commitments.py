"""Reads of promises: what became of each, in words, what this reader may do, and the next thing to do."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from phares.rooms.commons.days import as_day, day_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Commitment, CommitmentChange, Cooperation, Joining, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole

HOLDERS = tuple(
    f"{side}__{kind}" for side in ("promised_by", "promised_to") for kind in ("structure", "group", "resident")
)
TONES = {Outcome.OPEN: "wait", Outcome.DONE: "wait", Outcome.KEPT: "kept", Outcome.DROPPED: "done"}


@dataclass(frozen=True)
class PromiseLine:
    """A promise as this reader sees it; words that parties give each other only where `reasons` is set."""

    commitment: Commitment
    state: str
    tone: str
    changes: list[CommitmentChange]
    changed_on: date | None
    waiting: CommitmentChange | None
    reasons: bool
    may_keep: bool
    may_acknowledge: bool
    may_change: bool
    may_answer: bool

    @property
    def to_all(self) -> bool:
        """Say whether it was promised to all the others."""
        return self.commitment.promised_to is None


def promise_lines(actor: Actor, cooperation: Cooperation, today: date) -> list[PromiseLine]:
    """Return the promises of a cooperation in the order of its text; those given up come last."""
    rows = cooperation.commitments.select_related(*HOLDERS).prefetch_related("changes__proposed_by")
    lines = [_line(actor, commitment, cooperation, today) for commitment in rows]
    return sorted(lines, key=lambda line: line.commitment.outcome == Outcome.DROPPED)


def _line(actor: Actor, commitment: Commitment, cooperation: Cooperation, today: date) -> PromiseLine:
    changes = list(commitment.changes.all())
    waiting = next((change for change in changes if change.answered_at is None), None)
    if waiting is not None:
        waiting.commitment = commitment
    accepted = [change for change in changes if change.accepted]
    is_open = cooperation.started_at is not None and commitment.outcome == Outcome.OPEN
    may_keep = is_open and permissions.can_keep_commitment(actor, commitment)
    return PromiseLine(
        commitment=commitment,
        state=state_words(commitment, today),
        tone="late" if commitment.is_late(today) else TONES[Outcome(commitment.outcome)],
        changes=accepted,
        changed_on=as_day(accepted[-1].answered_at) if accepted and accepted[-1].answered_at else None,
        waiting=waiting,
        reasons=permissions.can_see_reasons(actor, cooperation),
        may_keep=may_keep,
        may_acknowledge=commitment.outcome == Outcome.DONE
        and permissions.can_acknowledge_commitment(actor, commitment),
        may_change=is_open and waiting is None and permissions.can_change_commitment(actor, commitment),
        may_answer=is_open and waiting is not None and permissions.can_answer_change(actor, waiting),
    )


def state_words(commitment: Commitment, today: date) -> str:
    """Return what became of a promise, in the words of the parties; a day gone by is said softly."""
    if commitment.outcome == Outcome.KEPT and commitment.done_on:
        return _("tenue le %(day)s") % {"day": day_words(commitment.done_on)}
    if commitment.outcome == Outcome.DONE and commitment.done_on:
        return _("faite le %(day)s, à confirmer") % {"day": day_words(commitment.done_on)}
    if commitment.outcome == Outcome.DROPPED and commitment.dropped_on:
        return _("abandonnée le %(day)s") % {"day": day_words(commitment.dropped_on)}
    if commitment.due_on is None:
        return _("à tenir")
    if commitment.is_late(today):
        return _("était pour le %(day)s") % {"day": day_words(commitment.due_on)}
    return _("à tenir, au plus tard le %(day)s") % {"day": day_words(commitment.due_on)}


def commitment_numbered(actor: Actor, pole: Pole, pk: int) -> Commitment | None:
    """Return a promise that this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    found = Commitment.objects.filter(cooperation__in=seen, pk=pk)
    return found.select_related("cooperation__pole", *HOLDERS).first()


def change_numbered(actor: Actor, pole: Pole, pk: int) -> CommitmentChange | None:
    """Return a proposed change of a promise that this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    found = CommitmentChange.objects.filter(commitment__cooperation__in=seen, pk=pk)
    return found.select_related("commitment__cooperation__pole", "proposed_by").first()


@dataclass(frozen=True)
class NextThing:
    """The one thing to do next in a cooperation, for this reader; `act` is the act's name."""

    act: str
    line: PromiseLine | None = None
    party: Party | None = None
    joining: Joining | None = None


def next_thing(
    actor: Actor,
    cooperation: Cooperation,
    lines: list[PromiseLine],
    signed: set[int],
    today: date,
    to_answer: Joining | None = None,
) -> NextThing | None:
    """Return what waits for this reader: an answer, a signature, a thank-you, a promise of theirs, the day's note.

    `to_answer` is a request to take part that waits for this reader's yes or no.
    """
    if cooperation.is_over:
        return None
    if to_answer is not None:
        return NextThing("answer_joining", joining=to_answer)
    for act, waits in (("answer_commitment_change", "may_answer"), ("acknowledge_commitment", "may_acknowledge")):
        line = next((line for line in lines if getattr(line, waits)), None)
        if line is not None:
            return NextThing(act, line=line)
    if cooperation.state == State.TO_SIGN:
        return _signature_missing(actor, cooperation, signed)
    own = [line for line in lines if line.may_keep]
    if own:
        return NextThing("keep_commitment", line=min(own, key=lambda line: line.commitment.due_on or date.max))
    return NextThing("note_fact") if permissions.can_note_fact(actor, cooperation) else None


def _signature_missing(actor: Actor, cooperation: Cooperation, signed: set[int]) -> NextThing | None:
    """Return the first party for which this reader may sign and has not."""
    own = permissions.own_parties(actor, cooperation, "sign")
    party = next((party for party in own if party.pk not in signed), None)
    return NextThing("sign_agreement", party=party) if party is not None else None


def first_promise(cooperation: Cooperation) -> Commitment | None:
    """Return the open promise with the nearest day."""
    dated = cooperation.commitments.filter(outcome=Outcome.OPEN, due_on__isnull=False)
    return dated.order_by("due_on", "position").first()
