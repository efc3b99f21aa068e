"""Acts that write down what a chain or a pooled proposal became, and meet the needs of those who sign it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.actions.agreement import AlreadyBegun, begin_cooperation
from phares.rooms.cooperation.agreement_words import AgreementDraft
from phares.rooms.cooperation.models import Chain, Cooperation, Item, PooledProposal
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models.held import Holder, holder_key


class NotAgreed(Refusal):
    """Not everybody has said yes."""

    sentence = _("Un accord s’écrit quand toutes celles et tous ceux qu’il engage ont dit oui.")


@transaction.atomic
def begin_from_chain(*, chain: Chain, draft: AgreementDraft, by: Actor, at: datetime) -> Cooperation:
    """Write the first text of a chain that everybody accepted; once, whoever writes first."""
    chain = Chain.objects.select_for_update(of=("self",)).select_related("pole").get(pk=chain.pk)
    if chain.agreed_at is None:
        raise NotAgreed
    holders = [link.holder for link in chain.links.select_related("structure", "group", "resident")]
    return _begin(chain, holders, draft, by, at)


@transaction.atomic
def begin_from_pooled(*, proposal: PooledProposal, draft: AgreementDraft, by: Actor, at: datetime) -> Cooperation:
    """Write the first text between those who are interested in a pooled proposal, two at least."""
    proposal = PooledProposal.objects.select_for_update(of=("self",)).select_related("pole").get(pk=proposal.pk)
    parts = proposal.parts.filter(choice=Choice.INTERESTED)
    holders = [one.need.holder for one in parts.select_related("need__structure", "need__group", "need__resident")]
    if len({holder_key(holder) for holder in holders}) < 2:
        raise NotAgreed
    return _begin(proposal, holders, draft, by, at)


def _begin(
    source: Chain | PooledProposal, holders: list[Holder], draft: AgreementDraft, by: Actor, at: datetime
) -> Cooperation:
    """Write the text, and remember where it comes from."""
    require(permissions.can_write_agreement_between(by, holders, source.pole))
    if source.cooperation_id is not None and source.cooperation.state != State.STOPPED:  # type: ignore[union-attr]
        raise AlreadyBegun
    cooperation = begin_cooperation(pole=source.pole, draft=draft, by=by, at=at)
    source.cooperation = cooperation
    source.save(update_fields=["cooperation"])
    return cooperation


def meet_needs(*, cooperation: Cooperation, at: datetime) -> None:
    """Every need that a chain or a pooled proposal brought into a signed cooperation is met."""
    keys = {holder_key(party.holder) for party in cooperation.parties.all()}
    for item in _needs_of(cooperation):
        if item.holder_key in keys and item.met_at is None:
            item.met_at = at
            item.save(update_fields=["met_at"])


def _needs_of(cooperation: Cooperation) -> Iterable[Item]:
    """Return, under lock, the needs from which a cooperation came."""
    chains = Item.objects.filter(pk__in=Chain.objects.filter(cooperation=cooperation).values("links__need"))
    interested = PooledProposal.objects.filter(cooperation=cooperation, parts__choice=Choice.INTERESTED)
    pooled = Item.objects.filter(pk__in=interested.values("parts__need"))
    return [
        *chains.select_for_update().order_by("pk"),
        *pooled.select_for_update().order_by("pk"),
    ]
