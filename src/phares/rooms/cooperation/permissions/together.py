"""Who may see, propose and answer chains of barter and pooled proposals."""

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Chain, ChainLink, PooledPart, PooledProposal
from phares.rooms.cooperation.permissions.acting import can_answer_as, mine
from phares.rooms.cooperation.permissions.matches import can_propose_match
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def _sees_all(actor: Actor, pole: Pole) -> bool:
    return bool(actor.job) or actor.may("see_week", pole) or actor.may("note_for_others", pole)


def can_propose_together(actor: Actor, pole: Pole) -> bool:
    """Chains and pooled proposals are put before people by those who animate the pole."""
    return can_propose_match(actor, pole)


def can_see_together(actor: Actor, pole: Pole) -> bool:
    """The pages of chains and pooled proposals are for those who answer for somebody, and those who run the pole."""
    return _sees_all(actor, pole) or (actor.holder is not None and actor.may("say", pole))


def visible_chains(actor: Actor, pole: Pole) -> QuerySet[Chain]:
    """A chain is seen by those in it and by those who animate the pole."""
    chains = Chain.objects.filter(pole=pole)
    own = ChainLink.objects.filter(mine(actor)).values("chain_id")
    return chains if _sees_all(actor, pole) else chains.filter(pk__in=own)


def can_answer_link(actor: Actor, link: ChainLink) -> bool:
    """One's own place in a chain is accepted or refused; a mediator notes it for somebody who phones."""
    pole = link.chain.pole
    return can_answer_as(actor, link.holder, pole) or actor.may("note_for_others", pole)


def visible_pooled(actor: Actor, pole: Pole) -> QuerySet[PooledProposal]:
    """A pooled proposal is seen by those whose need is in it and by those who animate the pole."""
    proposals = PooledProposal.objects.filter(pole=pole)
    if _sees_all(actor, pole):
        return proposals
    if actor.structure_id is None and actor.group_id is None:
        return proposals.none()
    held = {"structure_id": actor.structure_id} if actor.structure_id else {"group_id": actor.group_id}
    own = PooledPart.objects.filter(Q(**{f"need__{name}": pk for name, pk in held.items()})).values("proposal_id")
    return proposals.filter(pk__in=own)


def can_answer_part(actor: Actor, part: PooledPart) -> bool:
    """One's own part is answered; a mediator notes it for somebody who phones."""
    pole = part.proposal.pole
    return can_answer_as(actor, part.need.holder, pole) or actor.may("note_for_others", pole)


def can_price_pooled(actor: Actor, proposal: PooledProposal) -> bool:
    """Prices are written by those in the proposal and by those who animate the pole."""
    in_it = any(can_answer_part(actor, part) for part in proposal.parts.all())
    return in_it or can_propose_together(actor, proposal.pole)
