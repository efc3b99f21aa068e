"""Reads on needs and offers: the board, and one of them."""

from collections import Counter
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from phares.rooms.commons.row_numbers import row_number
from phares.rooms.commons.search import search_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Cooperation, Item
from phares.rooms.cooperation.models.item import ItemQuerySet, Side
from phares.rooms.directory import permissions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.models.held import holder_key

WITH_HOLDER = ("pole", "structure__pole", "group", "resident", "noted_by")
OWN, RESIDENTS = "nous", "habitants"


def visible_items_with_holder(actor: Actor, pole: Pole) -> ItemQuerySet:
    """Return what the actor may see, with all that a line or a card shows of it."""
    return permissions.visible_items(actor, pole).select_related(*WITH_HOLDER)


def item_seen(actor: Actor, pole: Pole, pk: int) -> Item | None:
    """Return one need or offer of the pole, when the actor may see it."""
    return visible_items_with_holder(actor, pole).filter(pk=pk).first()


def items_found(
    actor: Actor, pole: Pole, day: date, *, side: str, kind: str = "", who: str = "", words: str = "", met: bool = False
) -> QuerySet[Item]:
    """Return the needs or offers that still wait on `day` (or those that were met), narrowed as asked."""
    items = visible_items_with_holder(actor, pole).filter(side=side)
    items = items.filter(met_at__isnull=False, withdrawn_at__isnull=True) if met else items.open_on(day)
    if kind:
        items = items.filter(kind=kind)
    named = directory.visible_structures(actor, pole)  # a holder whose page is hidden is not found by its name
    for word in search_words(words):
        items = items.filter(Q(search_text__contains=word) | Q(structure__in=named.filter(search_text__contains=word)))
    return items.filter(_held_by(actor, who))


def open_counts(actor: Actor, pole: Pole, day: date) -> Counter[str]:
    """Return how many needs and how many offers still wait."""
    sides = permissions.visible_items(actor, pole).open_on(day).order_by().values_list("side", flat=True)
    return Counter(sides)


def holders_with_items(actor: Actor, pole: Pole) -> list[Structure]:
    """Return the structures that have said something here, those alone whose card the actor may see."""
    said = permissions.visible_items(actor, pole).filter(structure__isnull=False).values("structure_id")
    seen = directory.visible_structures(actor, pole).filter(pk__in=said)
    return list(seen.only("pole", "name", "name_is_established"))


def cooperations_from(actor: Actor, item: Item) -> list[Cooperation]:
    """Return what came of a need or an offer, as far as the actor may see it."""
    mine = Q(match__need=item) if item.side == Side.NEED else Q(match__offer=item)
    return list(permissions.visible_cooperations(actor, item.pole).filter(mine).select_related("pole"))


def _held_by(actor: Actor, who: str) -> Q:
    """Return the filter on who holds: us, the residents and their groups, or one structure."""
    if who == OWN and actor.holder is not None:
        kind, _dash, _number = holder_key(actor.holder).partition("-")
        return Q(**{kind: actor.holder})
    if who == RESIDENTS:
        return Q(structure__isnull=True)
    if structure := row_number(who):
        return Q(structure_id=structure)
    return Q()


def items_typed_by(actor: Actor, pole: Pole, day: date) -> QuerySet[Item]:
    """Return what the actor noted for others on `day` and was not taken back, the latest first."""
    since = timezone.make_aware(datetime.combine(day, time()))
    noted = visible_items_with_holder(actor, pole).filter(noted_by=actor.person_id, noted_for_another=True)
    return noted.filter(said_at__gte=since, withdrawn_at=None).order_by("-said_at", "-pk")


def uses_of(actor: Actor, item: Item) -> dict[str, Any]:
    """Return what was taken of an offer, and which of the cooperations that took it the actor may see."""
    uses = list(item.uses.select_related("cooperation__pole")) if item.quantity_used else []
    taken_by = [use.cooperation_id for use in uses if use.cooperation_id]
    seen = permissions.visible_cooperations(actor, item.pole).filter(pk__in=taken_by) if taken_by else ()
    return {"uses": uses, "seen_cooperations": {one.pk for one in seen}}
