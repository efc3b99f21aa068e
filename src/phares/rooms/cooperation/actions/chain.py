"""Acts on chains of barter: putting one before all those in it, accepting it, or not."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Chain, ChainLink, Item
from phares.rooms.cooperation.models.chain import FEWEST_LINKS, MOST_LINKS
from phares.rooms.cooperation.models.item import LONGEST_NAME
from phares.rooms.directory.actors import Actor, job
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import held_by, holder_key

Given = tuple[Item, Item]
NOBODY = job("chain")
"""Who closes a chain is kept in no journal: a refusal names nobody."""


class NotAChain(Refusal):
    """What is put together does not go round."""

    sentence = _("Ce n’est pas une chaîne : chacun donne au suivant, et le dernier donne au premier.")
    status = 400


class ChainAlreadyProposed(Refusal):
    """The same offers for the same needs were put before them already."""

    sentence = _("Cette chaîne leur a déjà été proposée.")


class ChainIsOver(Refusal):
    """Everybody has accepted, or the chain was closed."""

    sentence = _("Cette chaîne n’attend plus de réponse : voici où elle en est.")


class NoLongerRound(Refusal):
    """A need or an offer of the chain was taken back, met, or is over."""

    sentence = _("Un des besoins ou une des offres de cette chaîne n’est plus ouvert : elle ne tient plus.")


@transaction.atomic
def propose_chain(*, pole: Pole, given: Sequence[Given], by: Actor, at: datetime) -> Chain:
    """Put a chain before all those in it; `given` holds, in giving order, each offer with the need that it answers."""
    require(permissions.can_propose_together(by, pole))
    _require_round(pole, given)
    _require_open([item for pair in given for item in pair], at)
    if _is_known(given):
        raise ChainAlreadyProposed
    chain = Chain.objects.create(pole=pole, proposed_at=at)
    ChainLink.objects.bulk_create(
        ChainLink(chain=chain, position=place, offer=offer, need=need, **held_by(offer.holder))
        for place, (offer, need) in enumerate(given)
    )
    publish(events.ChainProposed(pole.pk, chain.pk), by=by, at=at)
    return chain


def answer_chain(*, link: ChainLink, accepted: bool, said_by: str = "", by: Actor, at: datetime) -> Chain:
    """Accept one's place in a chain, or not: one refusal closes it for all and names nobody.

    All or nothing: it holds once everybody has accepted, as long as every need and offer in it is still open. One that
    no longer goes round is closed, whatever is answered.
    """
    require(permissions.can_answer_link(by, link))
    chain, is_round = _answered(link, accepted, said_by, by, at)
    if not is_round:
        raise NoLongerRound
    return chain


@transaction.atomic
def _answered(link: ChainLink, accepted: bool, said_by: str, by: Actor, at: datetime) -> tuple[Chain, bool]:
    """Write one answer under the chain's lock; say also whether the chain still goes round."""
    chain = Chain.objects.select_for_update(of=("self",)).select_related("pole").get(pk=link.chain_id)
    if not chain.is_waiting:
        raise ChainIsOver
    links = {one.pk: one for one in chain.links.select_related("need", "offer")}
    link = links[link.pk]
    if link.accepted:
        return chain, True  # said already: a second click changes nothing
    is_round = all(item.is_open(as_day(at)) for one in links.values() for item in (one.need, one.offer))
    if not accepted or not is_round:
        link.accepted = False if not accepted else None
        link.save(update_fields=["accepted"])
        chain.closed_at = at
        chain.save(update_fields=["closed_at"])
        publish(events.ChainClosed(chain.pole_id, chain.pk), by=NOBODY, at=at)
        return chain, is_round or not accepted
    link.accepted, link.answered_at, link.answered_by_id = True, at, by.person_id
    link.said_by = said_by.strip()[:LONGEST_NAME]
    link.save(update_fields=["accepted", "answered_at", "answered_by", "said_by"])
    publish(events.ChainLinkAccepted(chain.pole_id, chain.pk, link.pk), by=by, at=at)
    if all(one.accepted for one in links.values()):
        chain.agreed_at = at
        chain.save(update_fields=["agreed_at"])
        publish(events.ChainAgreed(chain.pole_id, chain.pk), by=by, at=at)
    return chain, True


def _require_round(pole: Pole, given: Sequence[Given]) -> None:
    """Refuse what does not go round: each offer answers the need of the one who gives next."""
    if not FEWEST_LINKS <= len(given) <= MOST_LINKS:
        raise NotAChain
    givers = [holder_key(offer.holder) for offer, _need in given]
    takers = [holder_key(need.holder) for _offer, need in given]
    sound = all(offer.side == "offer" and need.is_need for offer, need in given)
    of_pole = all(item.pole_id == pole.pk for pair in given for item in pair)
    if not (sound and of_pole and len(set(givers)) == len(givers) and takers == givers[1:] + givers[:1]):
        raise NotAChain


def _require_open(items: Sequence[Item], at: datetime) -> None:
    """Refuse, under lock, what was withdrawn, met or is over."""
    locked = Item.objects.select_for_update().filter(pk__in=[item.pk for item in items]).order_by("pk")
    if not all(item.is_open(as_day(at)) for item in locked):
        raise NoLongerRound


def _is_known(given: Sequence[Given]) -> bool:
    """Say whether the same chain was proposed before, refused or not."""
    offers = {offer.pk for offer, _need in given}
    needs = {need.pk for _offer, need in given}
    before = ChainLink.objects.filter(offer__in=offers, need__in=needs).values_list("chain_id", flat=True)
    return any(
        {(one.offer_id, one.need_id) for one in ChainLink.objects.filter(chain=pk)}
        == {(offer.pk, need.pk) for offer, need in given}
        for pk in set(before)
    )
