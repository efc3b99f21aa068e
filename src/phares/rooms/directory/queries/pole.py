"""Reads of the poles themselves: their addresses, their dated events, who supports them."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Membership, Milestone, Pole


def pole_named(slug: str) -> Pole | None:
    """Return the pole at this address."""
    return Pole.objects.filter(slug=slug).first()


def poles() -> QuerySet[Pole]:
    """Return the poles of this instance."""
    return Pole.objects.all()


def milestones_of(pole: Pole, actor: Actor) -> QuerySet[Milestone]:
    """Return the dated events of the pole, oldest first; `someone_there` says whether anybody is known to have been.

    Those of a structure are there for the readers to whom it shows them.
    """
    showing = permissions.structures_showing(permissions.visible_structures(actor, pole), "milestones", actor, pole)
    day = OuterRef("on")
    there = Membership.objects.filter(structure__pole=pole, from_on__lte=day)
    there = there.filter(Q(until_on__isnull=True) | Q(until_on__gte=day))
    known = Milestone.objects.filter(Q(structure__isnull=True) | Q(structure__in=showing), pole=pole)
    return known.select_related("structure").annotate(someone_there=Exists(there))


def milestone_numbered(pole: Pole, pk: int) -> Milestone | None:
    """Return a dated event of this pole."""
    return Milestone.objects.filter(pole=pole, pk=pk).first()


def last_day_attested(pole: Pole) -> date | None:
    """Return the last day on which a source vouches for who was hosted."""
    attested = Membership.objects.filter(structure__pole=pole, kind="hosted", bounds="attested")
    return attested.order_by("-until_on").values_list("until_on", flat=True).first()


def supporters_of(pole: Pole, actor: Actor) -> QuerySet[Membership]:
    """Return those who support the pole or once did, as far as the reader may see them."""
    seen = permissions.structure_is_visible(actor, pole, "structure__")
    held = Membership.objects.filter(seen, kind="support").select_related("structure__pole")
    return held.order_by("structure__search_text", "from_on", "pk")
