"""Acts on items: saying a need or an offer, taking it back."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Item
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder, held_by
from phares.rooms.directory.models.structure import Visibility


class AlreadyWithdrawn(Refusal):
    """The need or offer was taken back before."""

    sentence = _("C’est déjà retiré.")


class PeriodEndsBeforeItBegins(Refusal):
    """The last day comes before the first."""

    sentence = _("La date de fin vient avant la date de début.")


@transaction.atomic
def say_item(
    *,
    pole: Pole,
    holder: Holder,
    side: str,
    kind: str,
    title: str,
    text: str = "",
    quote: str = "",
    said_on: date | None = None,
    quantity: Decimal | None = None,
    unit: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    weekly: Sequence[str] = (),
    place: str = "",
    exchange: str = "",
    visibility: str = Visibility.POLE,
    by: Actor,
    at: datetime,
) -> Item:
    """Say a need or an offer for a structure, a residents' group or a resident.

    `quote` keeps the words as they were said, `said_on` the day; `weekly` holds times such as "MON 09:00-12:00".
    """
    require(permissions.can_say_item(by, holder, pole))
    if from_on and until_on and until_on < from_on:
        raise PeriodEndsBeforeItBegins(field="until_on")
    item = Item.objects.create(
        pole=pole,
        side=side,
        kind=kind,
        title=title,
        text=text,
        quote=quote,
        said_on=said_on or at.date(),
        quantity=quantity,
        unit=unit,
        from_on=from_on,
        until_on=until_on,
        weekly=list(weekly),
        place=place,
        exchange=exchange,
        visibility=visibility,
        noted_by_id=by.person_id,
        noted_for_another=not by.acts_for(holder),
        said_at=at,
        **held_by(holder),
    )
    publish(events.ItemSaid(pole.pk, item.pk), by=by, at=at)
    return item


@transaction.atomic
def withdraw_item(*, item: Item, by: Actor, at: datetime) -> Item:
    """Take back a need or an offer: nobody is proposed for it any more, what came of it stays."""
    require(permissions.can_withdraw_item(by, item))
    item = Item.objects.select_for_update().get(pk=item.pk)
    if item.withdrawn_at is not None:
        raise AlreadyWithdrawn
    item.withdrawn_at = at
    item.save(update_fields=["withdrawn_at"])
    publish(events.ItemWithdrawn(item.pole_id, item.pk), by=by, at=at)
    return item
