"""How many people and how much floor the pole counts on a day, from what each structure counted last."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Membership, Pole, Size
from phares.rooms.directory.models.membership import MembershipKind


@dataclass(frozen=True)
class Counted:
    """A sum, and from how many structures of those under the roof it is known."""

    total: Decimal
    known: int
    present: int


@dataclass(frozen=True)
class Sizes:
    """People and floor of the structures under the roof on a day, as far as the reader may know them."""

    people: Counted
    surface_m2: Counted


def sizes_on(actor: Actor, pole: Pole, day: date) -> Sizes:
    """Return the people and the floor of those hosted on `day`: for each the last count on or before that day.

    A structure that keeps its numbers from this reader is not in the sums: a difference must not give them away. The
    floor of a membership counts where none was counted since.
    """
    held = Membership.objects.on(day).filter(structure__pole=pole, kind=MembershipKind.HOSTED)
    present = {one.structure_id: one for one in held}
    shown = permissions.structures_showing(permissions.visible_structures(actor, pole), "sizes", actor, pole)
    readable = set(shown.filter(pk__in=present).values_list("pk", flat=True))
    people: dict[int, int] = {}
    surface: dict[int, Decimal] = {
        pk: one.surface_m2 for pk, one in present.items() if pk in readable and one.surface_m2 is not None
    }
    for size in Size.objects.filter(structure__in=readable, on__lte=day).order_by("on"):
        if size.people is not None:
            people[size.structure_id] = size.people
        if size.surface_m2 is not None:
            surface[size.structure_id] = size.surface_m2
    return Sizes(
        Counted(Decimal(sum(people.values())), len(people), len(present)),
        Counted(sum(surface.values(), Decimal(0)), len(surface), len(present)),
    )
