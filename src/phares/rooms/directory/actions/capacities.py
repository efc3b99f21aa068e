"""Acts on what a structure can put into a common answer: its skills and its means, with amounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.commons.search import search_text
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import make_findable
from phares.rooms.directory.models import Capacity, SkillDomain, Structure
from phares.rooms.directory.models.capacity import CapacityKind


class CapacitySaidTwice(Refusal):
    """Two lines say the same skill or means, in the same unit."""

    sentence = _("Deux lignes disent la même chose dans la même unité : réunissez-les.")


class CapacityWithoutName(Refusal):
    """A line has no word that could be found again."""

    sentence = _("Chaque ligne dit un savoir-faire ou un moyen avec au moins un mot.")
    status = 422


@dataclass(frozen=True)
class CapacityEntry:
    """One line: so much of a skill or of a means."""

    kind: str
    name: str
    amount: Decimal = Decimal(1)
    unit: str = ""
    domain: SkillDomain | None = None


@transaction.atomic
def say_capacities(
    *, structure: Structure, capacities: Sequence[CapacityEntry], by: Actor, at: datetime
) -> list[Capacity]:
    """Say all that a structure knows and has to offer; what was said before is replaced."""
    require(permissions.can_describe_structure(by, structure))
    rows = [_row(structure, entry) for entry in capacities]
    if len({(one.kind, one.plain, one.unit) for one in rows}) < len(rows):
        raise CapacitySaidTwice
    structure.capacities.all().delete()
    Capacity.objects.bulk_create(rows)
    make_findable(structure)
    publish(events.CapacitiesSaid(structure.pole_id, structure.pk), by=by, at=at)
    return rows


def _row(structure: Structure, entry: CapacityEntry) -> Capacity:
    """Return the row of one line."""
    plain = search_text(entry.name)
    if not plain or entry.kind not in CapacityKind.values:
        raise CapacityWithoutName
    return Capacity(
        structure=structure,
        kind=entry.kind,
        name=entry.name,
        plain=plain[:160],
        amount=entry.amount,
        unit=entry.unit,
        domain=entry.domain,
    )
