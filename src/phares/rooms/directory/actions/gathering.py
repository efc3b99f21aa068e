"""Acts on gatherings: planning one."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering, Pole
from phares.rooms.directory.models.gathering import GatheringKind


class NoSuchGathering(Refusal):
    """A kind that no form offers, or no title."""

    sentence = _("Donnez un titre à la rencontre, et choisissez de quoi il s’agit.")
    status = 400


@transaction.atomic
def plan_gathering(
    *, pole: Pole, kind: str, title: str, starts_at: datetime, place: str = "", by: Actor, at: datetime
) -> Gathering:
    """Plan a gathering: a bourse, a workshop or open doors, on a day and at a place."""
    require(permissions.can_plan_gathering(by, pole))
    if kind not in GatheringKind.values or not title.strip():
        raise NoSuchGathering(field="title")
    gathering = Gathering.objects.create(
        pole=pole, kind=kind, title=title, starts_at=starts_at, place=place, planned_by_id=by.person_id, planned_at=at
    )
    publish(events.GatheringPlanned(pole.pk, gathering.pk), by=by, at=at)
    return gathering
