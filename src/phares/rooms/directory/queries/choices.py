"""What a long list can be narrowed by: the choices that leave something, without saying how many.

To count every choice reads every structure; to know that one leaves something stops at the first. So the list of a pole
of thousands is as quick as a short one.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ActivityField, Goal, Membership, Pole, Sector, Structure
from phares.rooms.directory.models.membership import MembershipKind

MOST_COUNTED = 2000


def is_long(actor: Actor, pole: Pole) -> bool:
    """Say whether this reader sees so many structures that choices are offered without their number."""
    seen = permissions.visible_structures(actor, pole).order_by()[: MOST_COUNTED + 1]
    return seen.count() > MOST_COUNTED


def _one_of(links: QuerySet[Any], found: QuerySet[Structure]) -> Exists:
    """Return the condition that some of these links leads to a structure found."""
    return Exists(links.filter(Exists(found.order_by().filter(pk=OuterRef("structure")))))


def fields_left(found: QuerySet[Structure]) -> Iterable[ActivityField]:
    """Return the fields in which some of the structures found works."""
    links = Structure.fields.through.objects.filter(activityfield=OuterRef("pk"))
    return ActivityField.objects.filter(_one_of(links, found)).order_by("code")


def sectors_left(found: QuerySet[Structure]) -> Iterable[Sector]:
    """Return the sectors of the fields in which some of the structures found works."""
    links = Structure.fields.through.objects.filter(activityfield=OuterRef("pk"))
    return Sector.objects.filter(Exists(ActivityField.objects.filter(_one_of(links, found), sector=OuterRef("pk"))))


def goals_left(found: QuerySet[Structure]) -> Iterable[Goal]:
    """Return the goals that some of the structures found serves."""
    links = Structure.goals.through.objects.filter(goal=OuterRef("pk"))
    return Goal.objects.filter(_one_of(links, found)).order_by("number")


def kinds_left(found: QuerySet[Structure], day: date) -> list[str]:
    """Return the ways in which some of the structures found takes part on `day`."""
    held = Membership.objects.on(day).order_by().filter(Exists(found.order_by().filter(pk=OuterRef("structure"))))
    return [kind for kind in MembershipKind.values if held.filter(kind=kind).exists()]
