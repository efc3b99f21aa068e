"""Reads of lineage: from which structures one comes, and which came from it."""

from dataclasses import dataclass

from django.db.models import Q

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Lineage, Pole, Structure


@dataclass(frozen=True)
class Family:
    """The structures from which one comes or into which it went, and those that came from it or into it."""

    before: list[Lineage]
    after: list[Lineage]

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def family_of(actor: Actor, structure: Structure) -> Family:
    """Return the lineage of a structure, of which the reader may see both ends."""
    ends = [permissions.structure_is_visible(actor, structure.pole, end) for end in ("structure__", "other__")]
    links = Lineage.objects.filter(Q(structure=structure) | Q(other=structure), *ends)
    known = list(links.select_related("structure__pole", "other__pole"))
    return Family(
        [one for one in known if one.structure_id == structure.pk],
        [one for one in known if one.other_id == structure.pk],
    )


def structures_to_choose(pole: Pole, *, but: Structure) -> list[tuple[str, str]]:
    """Return the other structures of the pole, as a form's choices."""
    others = Structure.objects.filter(pole=pole, name_is_established=True).exclude(pk=but.pk)
    return [(one.slug, one.name) for one in others.only("slug", "name")]
