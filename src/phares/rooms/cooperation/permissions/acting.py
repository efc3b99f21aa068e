"""For whom an actor may act, note and answer."""

from django.db.models import Q

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder
from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.structure import ResidentsGroup, Visibility


def mine(actor: Actor) -> Q:
    """Return the filter on what the structure or group acted for holds; nothing for those who act for nobody."""
    if actor.structure_id is not None:
        return Q(structure_id=actor.structure_id)
    return Q(group_id=actor.group_id) if actor.group_id is not None else Q(pk__in=[])


def holds(actor: Actor, holder: Holder, pole_id: int, right: str) -> bool:
    """Say whether the actor may use `right` as `holder`, or note it for a holder who cannot enter alone."""
    if actor.acts_for(holder) and actor.may(right, pole_id):
        return True
    return isinstance(holder, Person | ResidentsGroup) and actor.may("note_for_others", pole_id)


def is_of_pole(holder: Holder, pole: Pole) -> bool:
    """Say whether this pole knows the holder."""
    return holder.mandates.filter(pole=pole).exists() if isinstance(holder, Person) else holder.pole_id == pole.pk


def can_see_name(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """The pole's people know who speaks; the public is told no person's name, nor a structure's that shows no card.

    Who reads by a link is told the structures, and no more than the public of persons.
    """
    if actor.job or isinstance(holder, ResidentsGroup):
        return True
    if isinstance(holder, Person):
        return actor.mandate is not None and actor.may("see_pole", pole)
    reads = actor.may("see_pole", pole) or actor.may("read_register", pole)
    return reads or holder.visibility == Visibility.PUBLIC


def can_say(actor: Actor, pole: Pole) -> bool:
    """A need or an offer is said for one's own structure or group, or noted for somebody who is present."""
    return (actor.holder is not None and actor.may("say", pole)) or actor.may("note_for_others", pole)


def can_answer_as(actor: Actor, holder: Holder, pole: Pole) -> bool:
    """A proposal is answered by those it is made to, or noted for a resident or a group who is present."""
    return holds(actor, holder, pole.pk, "say")
