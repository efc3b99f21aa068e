"""Acts on the memory of a structure: how many it counted on a day, from which others it comes, into which it merged."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Lineage, Size, Structure
from phares.rooms.directory.models.lineage import LineageKind


class NothingCounted(Refusal):
    """Neither people nor floor."""

    sentence = _("Dites au moins l’un des deux : le nombre de personnes ou la surface.")
    status = 422


class NotItsOwnParent(Refusal):
    """A structure would come from itself, at once or through others."""

    sentence = _("Une structure ne peut pas venir d’elle-même, ni d’une structure qui vient d’elle.")


class LineageKnown(Refusal):
    """This was written before."""

    sentence = _("Ce lien entre les deux structures est déjà écrit.")


class LineageElsewhere(Refusal):
    """The other structure is of another pole."""

    sentence = _("L’autre structure n’est pas de ce pôle.")


@transaction.atomic
def count_size(
    *,
    structure: Structure,
    on: date,
    people: int | None = None,
    surface_m2: Decimal | None = None,
    source: str = "",
    by: Actor,
    at: datetime,
) -> Size:
    """Write down how many people and how much floor a structure counts from a day on; the same day is said again."""
    require(permissions.can_describe_structure(by, structure))
    if people is None and surface_m2 is None:
        raise NothingCounted(field="people")
    size, _new = Size.objects.update_or_create(
        structure=structure, on=on, defaults={"people": people, "surface_m2": surface_m2, "source": source}
    )
    publish(events.SizeCounted(structure.pole_id, size.pk, structure.pk), by=by, at=at)
    return size


@transaction.atomic
def record_lineage(
    *,
    structure: Structure,
    other: Structure,
    kind: str,
    on: date,
    source: str = "",
    source_url: str = "",
    by: Actor,
    at: datetime,
) -> Lineage:
    """Write down that a structure was born from another, or merged into another, on a day."""
    require(permissions.can_keep_directory(by, structure.pole))
    if other.pole_id != structure.pole_id:
        raise LineageElsewhere(field="other")
    if other.pk == structure.pk or structure.pk in _ancestors(other, kind):
        raise NotItsOwnParent(field="other")
    lineage, is_new = Lineage.objects.get_or_create(
        structure=structure,
        other=other,
        kind=kind,
        defaults={"on": on, "source": source, "source_url": source_url},
    )
    if not is_new:
        raise LineageKnown(field="other")
    publish(events.LineageRecorded(structure.pole_id, lineage.pk, structure.pk), by=by, at=at)
    return lineage


def _ancestors(structure: Structure, kind: str) -> set[int]:
    """Return those from which a structure comes, or into which it went, through however many others."""
    known: dict[int, list[int]] = {}
    for child, parent in Lineage.objects.filter(kind=LineageKind(kind), structure__pole=structure.pole_id).values_list(
        "structure_id", "other_id"
    ):
        known.setdefault(child, []).append(parent)
    found: set[int] = set()
    waiting = [structure.pk]
    while waiting:
        new = set(known.get(waiting.pop(), [])) - found
        found |= new
        waiting += new
    return found
