"""Acts at the wall when two problems are one: putting them together, taking them apart again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.territory import events, permissions
from phares.rooms.territory.actions.workshop import held
from phares.rooms.territory.actions.workshop_wall import NotOfThisWorkshop
from phares.rooms.territory.models import WorkshopProblem
from phares.rooms.territory.models.workshop import Phase


class AlreadyTogether(Refusal):
    """They are one column, or one and the same problem."""

    sentence = _("Choisissez deux problèmes différents, qui ne sont pas encore réunis.")


@transaction.atomic
def merge_on_wall(*, wall: WorkshopProblem, into: WorkshopProblem, by: Actor, at: datetime) -> WorkshopProblem:
    """Put a problem of the wall with another that says the same, under the title of the other.

    Cards and decisions of both stand together at once. The problems of the territory are merged, with their
    lineage, at the closing alone: until then they can be taken apart, and each finds its own again.
    """
    require(permissions.can_run_workshop(by, wall.workshop.pole_id))
    workshop = held(wall.workshop, Phase.PREPARE, Phase.SORT)
    both = {one.pk: one for one in workshop.wall.filter(pk__in=[wall.pk, into.pk])}
    if not {wall.pk, into.pk} <= both.keys():
        raise NotOfThisWorkshop
    wall, into = both[wall.pk], both[into.pk].column
    if wall.merged_into_id or wall.pk == into.pk:
        raise AlreadyTogether(field="into")
    wall.merged.update(merged_into=into)
    wall.merged_into = into
    wall.save(update_fields=["merged_into"])
    publish(events.WorkshopProblemsMerged(workshop.pole_id, workshop.pk), by=by, at=at)
    return into


@transaction.atomic
def part_on_wall(*, wall: WorkshopProblem, by: Actor, at: datetime) -> WorkshopProblem:
    """Take a problem out of the one with which it was put: it has its own cards and decisions again."""
    require(permissions.can_run_workshop(by, wall.workshop.pole_id))
    workshop = held(wall.workshop, Phase.PREPARE, Phase.SORT)
    workshop.wall.filter(pk=wall.pk).update(merged_into=None)
    publish(events.WorkshopProblemsMerged(workshop.pole_id, workshop.pk), by=by, at=at)
    wall.refresh_from_db()
    return wall
