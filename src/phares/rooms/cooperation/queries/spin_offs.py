"""Reads of what was born of what others did together: from which cooperation, and from which structures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from phares.rooms.commons.days import day_words
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Cooperation, SpinOff
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Lineage, Pole, Structure
from phares.rooms.directory.models.lineage import LineageKind
from phares.rooms.directory.permissions import visible_structures


@dataclass(frozen=True)
class Birth:
    """A structure born here, and where it comes from, as far as the reader may see it."""

    structure: Structure
    on: date
    when: str
    parents: Sequence[Structure]
    cooperation: Cooperation | None = None
    what: str = ""
    source: str = ""
    source_url: str = ""


def births(actor: Actor, pole: Pole) -> list[Birth]:
    """Return which structures were born of others, the first one first: what the directory and the register say."""
    shown = visible_structures(actor, pole)
    lineages = Lineage.objects.filter(kind=LineageKind.BORN_FROM, structure__in=shown, other__in=shown)
    by_structure: dict[int, list[Lineage]] = {}
    for one in lineages.select_related("structure__pole", "other__pole"):
        by_structure.setdefault(one.structure_id, []).append(one)
    rows = SpinOff.objects.filter(pole=pole, structure__in=shown).select_related("structure__pole", "cooperation__pole")
    visible = set(permissions.visible_cooperations(actor, pole).filter(spin_offs__in=rows).values_list("pk", flat=True))
    told = [_birth(row, row.cooperation_id in visible, by_structure.get(row.structure_id, ())) for row in rows]
    known = {row.structure_id for row in rows}
    told += [_of_lineage(found) for structure, found in by_structure.items() if structure not in known]
    return sorted(told, key=lambda one: (one.on, one.structure.pk))


def births_of(actor: Actor, cooperation: Cooperation) -> list[Birth]:
    """Return which structures, shown to this reader, were born of a cooperation that the reader sees."""
    shown = visible_structures(actor, cooperation.pole)
    rows = cooperation.spin_offs.filter(structure__in=shown).select_related("structure__pole")
    return [_birth(row, False, ()) for row in rows]


def _birth(row: SpinOff, is_seen: bool, lineages: Iterable[Lineage]) -> Birth:
    cooperation = row.cooperation if is_seen else None
    parents = [one.other for one in lineages]
    return Birth(row.structure, row.on, row.when, parents, cooperation, row.what, row.source, row.source_url)


def _of_lineage(found: Sequence[Lineage]) -> Birth:
    first = found[0]
    parents = [one.other for one in found]
    return Birth(
        first.structure, first.on, day_words(first.on), parents, source=first.source, source_url=first.source_url
    )
