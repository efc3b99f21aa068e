"""Who may keep, receive and change promises."""

from phares.rooms.cooperation.models import Commitment, CommitmentChange, Party
from phares.rooms.cooperation.permissions.acting import holds
from phares.rooms.directory.actors import Actor


def can_keep_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Those who promised say what became of it."""
    return holds(actor, commitment.promised_by.holder, commitment.cooperation.pole_id, "keep_promises")


def receivers(commitment: Commitment) -> list[Party]:
    """Return to whom it was promised: one party, or all the others."""
    if commitment.promised_to is not None:
        return [commitment.promised_to]
    return [party for party in commitment.cooperation.parties.all() if party != commitment.promised_by]


def can_acknowledge_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Those to whom it was promised say that they received it."""
    pole_id = commitment.cooperation.pole_id
    return any(holds(actor, party.holder, pole_id, "keep_promises") for party in receivers(commitment))


def can_change_commitment(actor: Actor, commitment: Commitment) -> bool:
    """Both sides of a promise may propose to change it."""
    return can_keep_commitment(actor, commitment) or can_acknowledge_commitment(actor, commitment)


def can_answer_change(actor: Actor, change: CommitmentChange) -> bool:
    """A change is answered by the side of the promise that did not propose it."""
    commitment = change.commitment
    if change.proposed_by_id == commitment.promised_by_id:
        return can_acknowledge_commitment(actor, commitment)
    return can_keep_commitment(actor, commitment)
