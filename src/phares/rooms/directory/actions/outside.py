"""Acts on the actors around the pole: entering one with where it is known from, saying what it works on."""

from datetime import datetime

from django.db import transaction

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actions.structure import add_structure
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import make_findable
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.models.structure import Visibility


@transaction.atomic
def add_outside_actor(
    *,
    pole: Pole,
    name: str,
    outside_kind: str,
    commune: str = "",
    axes: str = "",
    mission: str = "",
    source: str = "",
    source_url: str = "",
    visibility: str = Visibility.PUBLIC,
    by: Actor,
    at: datetime,
) -> Structure:
    """Enter an actor around the pole: what it is to the pole, its town, what it works on, and how this is known."""
    actor = add_structure(pole=pole, name=name, source=source, by=by, at=at)
    actor.commune, actor.mission, actor.visibility = commune, mission, visibility
    actor.save()
    return place_outside(
        structure=actor, outside_kind=outside_kind, axes=axes, source=source, source_url=source_url, by=by, at=at
    )


@transaction.atomic
def place_outside(
    *,
    structure: Structure,
    outside_kind: str,
    axes: str = "",
    source: str = "",
    source_url: str = "",
    by: Actor,
    at: datetime,
) -> Structure:
    """Say what an actor around the pole is to it; an empty kind says that the structure is no longer outside."""
    require(permissions.can_keep_directory(by, structure.pole))
    structure.outside_kind, structure.axes = outside_kind, axes
    structure.source, structure.source_url = source, source_url
    structure.save()
    make_findable(structure)
    publish(events.OutsideActorDescribed(structure.pole_id, structure.pk), by=by, at=at)
    return structure
