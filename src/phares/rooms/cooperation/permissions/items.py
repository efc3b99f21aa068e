"""Who may see and say needs and offers."""

from django.db.models import Q

from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.item import ItemQuerySet
from phares.rooms.cooperation.permissions.acting import is_of_pole, mine
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.structure import Visibility


def visible_items(actor: Actor, pole: Pole) -> ItemQuerySet:
    """What was said to everybody is public; what was said to the pole is seen by the pole's people.

    What was taken back is seen by those it belonged to, by those who note for others and by those who run the pole.
    """
    items = Item.objects.filter(pole=pole)
    if actor.job or actor.may("note_for_others", pole) or actor.may("see_week", pole):
        return items
    if actor.may("see_pole", pole):
        return items.filter(Q(withdrawn_at__isnull=True) | mine(actor))
    return items.filter(visibility=Visibility.PUBLIC, withdrawn_at__isnull=True)


def can_say_item(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """A need is said by those it belongs to, or noted by a mediator for somebody who is present."""
    own = actor.acts_for(holder) and actor.may("say", pole)
    return own or (actor.may("note_for_others", pole) and is_of_pole(holder, pole))


def can_note_for_newcomer(actor: Actor, pole: Pole) -> bool:
    """A mediator notes what somebody says whom the pole does not know yet."""
    return actor.may("note_for_others", pole)


def can_withdraw_item(actor: Actor, item: Item) -> bool:
    """A need is taken back by those who may say it."""
    return can_say_item(actor, item.holder, item.pole)


def can_see_matches(actor: Actor, item: Item) -> bool:
    """Who could help is shown to those it belongs to and to those who note for others."""
    return can_say_item(actor, item.holder, item.pole) or actor.may("see_week", item.pole_id)


def can_offer_help(actor: Actor, need: Item) -> bool:
    """Anybody of the pole who acts for another structure or group may say that they can help."""
    acts_for_another = actor.holder is not None and not actor.acts_for(need.holder)
    return need.is_need and acts_for_another and actor.may("say", need.pole_id)
