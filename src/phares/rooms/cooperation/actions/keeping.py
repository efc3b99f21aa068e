"""Acts on what was said: keeping it, prolonging it, counting what is left of it."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.actions.item import SHOWN_FOR
from phares.rooms.cooperation.models import Cooperation, Item, OfferUse
from phares.rooms.directory.actors import Actor


class NothingToExtend(Refusal):
    """What was taken back, met, or ends on its own day is not prolonged."""

    sentence = _("Ce besoin ou cette offre n’est plus ouvert : il n’y a rien à prolonger.")


class CannotBeLeft(Refusal):
    """There cannot be less than nothing left, nor more than was offered."""

    sentence = _("Il ne peut pas en rester moins que rien, ni plus que ce qui était proposé.")
    status = 400


class OfferUsedUp(Refusal):
    """Others have taken all of the offer meanwhile."""

    sentence = _("D’autres ont pris entre-temps tout ce que cette offre proposait : rien n’est signé. Parlez-vous.")


@transaction.atomic
def extend_item(*, item: Item, by: Actor, at: datetime) -> Item:
    """Show a need or an offer for six months more, from today on; twice in a day changes nothing more."""
    require(permissions.can_extend_item(by, item))
    item = Item.objects.select_for_update().get(pk=item.pk)
    if item.withdrawn_at or item.met_at or item.expires_on is None:
        raise NothingToExtend
    last_day = as_day(at) + SHOWN_FOR
    if item.expires_on != last_day:
        item.expires_on = last_day
        item.save(update_fields=["expires_on"])
        publish(events.ItemExtended(item.pole_id, item.pk), by=by, at=at)
    return item


@transaction.atomic
def keep_noted_item(*, item: Item, by: Actor, at: datetime) -> Item:
    """Say that what somebody noted for one's structure is right; to undo it, one takes it back."""
    require(permissions.can_keep_noted_item(by, item))
    item = Item.objects.select_for_update().get(pk=item.pk)
    if item.kept_at is None:
        item.kept_at = at
        item.save(update_fields=["kept_at"])
        publish(events.ItemKept(item.pole_id, item.pk), by=by, at=at)
    return item


@transaction.atomic
def count_left(*, offer: Item, left: Decimal, by: Actor, at: datetime) -> Item:
    """Say how much of an offer is left: nothing left closes it, something come back opens it again."""
    require(permissions.can_count_left(by, offer))
    offer = Item.objects.select_for_update().get(pk=offer.pk)
    if offer.quantity is None or not 0 <= left <= offer.quantity:
        raise CannotBeLeft(field="left")
    taken = offer.quantity - left - offer.quantity_used
    return _take(offer, taken, None, by, at) if taken else offer


@transaction.atomic
def use_offer(*, cooperation: Cooperation, by: Actor, at: datetime) -> Item | None:
    """Take from the offer of a signed cooperation what its need asks in the same unit, as far as there is some left.

    A quantity that was not said takes nothing: its holder counts what is left.
    """
    match = cooperation.match
    if match is None or match.offer_id is None:
        return None
    offer = Item.objects.select_for_update().get(pk=match.offer_id)
    asked = match.need.quantity if match.need.unit == offer.unit else None
    if offer.quantity is None or asked is None or offer.uses.filter(cooperation=cooperation).exists():
        return offer
    left = offer.quantity - offer.quantity_used
    if left <= 0:
        raise OfferUsedUp
    return _take(offer, min(asked, left), cooperation, by, at)


def _take(offer: Item, taken: Decimal, cooperation: Cooperation | None, by: Actor, at: datetime) -> Item:
    """Take so much of an offer whose row is locked; one of which nothing is left waits for nobody any more."""
    offer.quantity_used += taken
    offer.met_at = at if offer.quantity_used == offer.quantity else None
    offer.save(update_fields=["quantity_used", "met_at"])
    use = OfferUse.objects.create(offer=offer, cooperation=cooperation, quantity=taken, at=at)
    publish(events.OfferUsed(offer.pole_id, offer.pk, use.pk), by=by, at=at)
    return offer
