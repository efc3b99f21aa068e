"""Acts on items: saying a need or an offer, taking it back."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.item import LONGEST_NAME, LONGEST_TITLE, Exchange, Kind, Side
from phares.rooms.cooperation.weekly_times import MOST_TIMES, is_time
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole
from phares.rooms.directory.models.held import Holder, held_by
from phares.rooms.directory.models.structure import Visibility

SHOWN_FOR = timedelta(days=183)
"""What has no last day of its own is shown for six months, then asked about: old wishes hide the living ones."""


class AlreadyWithdrawn(Refusal):
    """The need or offer was taken back before."""

    sentence = _("C’est déjà retiré.")


class PeriodEndsBeforeItBegins(Refusal):
    """The last day comes before the first."""

    sentence = _("La date de fin vient avant la date de début.")


class PeriodIsOver(Refusal):
    """The last day is past: nobody could answer any more."""

    sentence = _("La date de fin est déjà passée.")


class Unclear(Refusal):
    """What is said lacks something, or holds what the form does not offer."""

    status = 400


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
    said_by: str = "",
    quantity: Decimal | None = None,
    unit: str = "",
    from_on: date | None = None,
    until_on: date | None = None,
    weekly: Sequence[str] = (),
    place: str = "",
    exchange: str = "",
    visibility: str = Visibility.POLE,
    draft: str | None = None,
    by: Actor,
    at: datetime,
) -> Item:
    """Say a need or an offer for a structure, a residents' group or a resident.

    `quote` keeps the words as they were said, `said_on` the day; `weekly` holds times such as "MON 09:00-12:00".
    `said_by` names who spoke where somebody else notes it; what has no last day is shown for six months.
    The same `draft` says it once: a second time gives back what the first one said.
    """
    require(permissions.can_say_item(by, holder, pole))
    if said := _said_before(draft, by):
        return said
    _require_known_words(side=side, kind=kind, exchange=exchange, visibility=visibility)
    _require_sound(title=title, quantity=quantity, weekly=weekly)
    _require_period(from_on, until_on, said_on or as_day(at), as_day(at))
    item = Item.objects.create(
        pole=pole,
        side=side,
        kind=kind,
        title=title,
        text=text,
        quote=quote,
        said_on=said_on or as_day(at),
        quantity=quantity,
        unit=unit,
        from_on=from_on,
        until_on=until_on,
        expires_on=None if until_on else as_day(at) + SHOWN_FOR,
        weekly=list(weekly),
        place=place,
        exchange=exchange,
        visibility=visibility,
        noted_by_id=by.person_id,
        noted_for_another=not by.acts_for(holder),
        said_by="" if by.acts_for(holder) else said_by.strip()[:LONGEST_NAME],
        said_at=at,
        draft=draft or None,
        search_text=search_text(title, text, quote, place),
        **held_by(holder),
    )
    publish(events.ItemSaid(pole.pk, item.pk), by=by, at=at)
    return item


@transaction.atomic
def say_item_of_newcomer(
    *,
    pole: Pole,
    given_name: str,
    family_name: str = "",
    draft: str | None = None,
    by: Actor,
    at: datetime,
    **said: Any,
) -> Item:
    """Say a need or an offer for a resident whom the pole did not know: what is noted of somebody makes them known."""
    require(permissions.can_note_for_newcomer(by, pole))
    if before := _said_before(draft, by):
        return before
    person = directory.register_person(pole=pole, given_name=given_name, family_name=family_name, by=by, at=at)
    directory.give_mandate(person=person, pole=pole, role="resident", from_on=as_day(at), by=by, at=at)
    return say_item(pole=pole, holder=person, draft=draft, by=by, at=at, **said)


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


def _said_before(draft: str | None, by: Actor) -> Item | None:
    """Return what this person said from this draft; their row is locked, so that two clicks at once come one by one."""
    if not draft or by.person_id is None:
        return None
    Person.objects.select_for_update().get(pk=by.person_id)
    return Item.objects.filter(draft=draft, noted_by_id=by.person_id).first()


def _require_known_words(**chosen: str) -> None:
    """Refuse a choice that no form offers."""
    offered = {
        "side": Side.values,
        "kind": Kind.values,
        "exchange": ["", *Exchange.values],
        "visibility": Visibility.values,
    }
    for name, value in chosen.items():
        if value not in offered[name]:
            raise Unclear(str(_("Ce choix n’existe pas.")), field=name)


def _require_sound(*, title: str, quantity: Decimal | None, weekly: Sequence[str]) -> None:
    """Refuse a sentence that is empty or too long, a quantity that is not one, times that cannot be read."""
    if not title.strip():
        raise Unclear(str(_("Dites-le en une phrase.")), field="title")
    if len(title) > LONGEST_TITLE:
        raise Unclear(str(_("Cette phrase est trop longue : le détail se dit dessous.")), field="title")
    if quantity is not None and not 0 < quantity < 10**8:
        raise Unclear(str(_("Cette quantité n’est pas possible.")), field="quantity")
    if len(weekly) > MOST_TIMES or not all(is_time(one) for one in weekly):
        raise Unclear(str(_("Ces moments de la semaine ne se lisent pas.")), field="weekly")


def _require_period(from_on: date | None, until_on: date | None, said_on: date, today: date) -> None:
    """Refuse days in the wrong order, a last day already past, and words said tomorrow."""
    if from_on and until_on and until_on < from_on:
        raise PeriodEndsBeforeItBegins(field="until_on")
    if until_on and until_on < today:
        raise PeriodIsOver(field="until_on")
    if said_on > today:
        raise Unclear(str(_("Ce jour n’est pas encore venu.")), field="said_on")
