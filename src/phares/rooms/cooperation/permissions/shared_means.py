"""Who may share means, propose and accept keys, write and close accounts."""

from phares.rooms.cooperation.models import Cooperation, Party, SharingKey
from phares.rooms.cooperation.permissions.cooperations import can_see_promises, own_parties
from phares.rooms.directory.actors import Actor


def can_see_means(actor: Actor, cooperation: Cooperation) -> bool:
    """What the parties pay is between them and the pole."""
    return can_see_promises(actor, cooperation)


def can_write_means(actor: Actor, cooperation: Cooperation) -> bool:
    """A party says what is shared, who uses it, and what it cost."""
    return bool(own_parties(actor, cooperation, "keep_promises"))


def can_propose_key(actor: Actor, cooperation: Cooperation) -> bool:
    """Whoever may sign for a party proposes how it is paid."""
    return bool(own_parties(actor, cooperation, "sign"))


def parties_to_answer(actor: Actor, key: SharingKey) -> list[Party]:
    """Return the parties for which the actor may still say yes or no to a proposed key."""
    if key.held_at is not None or key.refused_at is not None:
        return []
    cooperation = key.means.cooperation
    answered = {answer.party_id for answer in key.answers.all()}
    users = {use.party_id for use in key.means.uses.all()}
    own = own_parties(actor, cooperation, "sign")
    return [party for party in own if party.pk in users and party.pk not in answered]


def can_close_account(actor: Actor, cooperation: Cooperation) -> bool:
    """Whoever may sign for a party closes an account."""
    return can_propose_key(actor, cooperation)


def can_see_own_sharing(actor: Actor) -> bool:
    """What a structure or a group shares and pays is on a page of its own, for those who act for it."""
    return actor.holder is not None
