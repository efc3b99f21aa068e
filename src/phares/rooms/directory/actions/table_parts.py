"""What a line of a table says beside the page itself: skills and means, and how many people on a day."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from phares.rooms.directory import capacity_words
from phares.rooms.directory.actions.capacities import CapacityEntry, say_capacities
from phares.rooms.directory.actions.memory import count_size
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Size, Structure
from phares.rooms.directory.models.capacity import CapacityKind
from phares.rooms.directory.table_rows import Entry

KINDS = {"skills": CapacityKind.SKILL, "means": CapacityKind.MEANS}


def told_capacities(structure: Structure) -> dict[str, list[str]]:
    """Return the skills and the means of a structure, as they are compared and kept."""
    rows = list(structure.capacities.all())
    return {name: capacity_words.words_of(rows, kind) for name, kind in KINDS.items()}


def say_capacities_again(structure: Structure, entry: Entry, by: Actor, at: datetime) -> None:
    """Say the skills or the means that an entry tells; those of the other kind stay, and each keeps its domain."""
    said = {kind: entry[name] for name, kind in KINDS.items() if name in entry}
    if not said:
        return
    rows = list(structure.capacities.select_related("domain"))
    stay = [CapacityEntry(one.kind, one.name, one.amount, one.unit, one.domain) for one in rows if one.kind not in said]
    domains = {(one.kind, one.plain): one.domain for one in rows}
    for kind, texts in said.items():
        for one in map(capacity_words.read, texts):
            domain = domains.get((kind, one.key[0][:160]))
            stay.append(CapacityEntry(kind, one.name, one.amount, one.unit, domain))
    say_capacities(structure=structure, capacities=stay, by=by, at=at)


def count_people(structure: Structure, entry: Entry, by: Actor, at: datetime) -> dict[str, Any]:
    """Write how many people a structure counts, on the day that the line tells or else today; known, nothing is."""
    if "people" not in entry:
        return {}
    people, on = entry["people"], entry.get("counted_on") or timezone.localdate(at)
    known = structure.sizes.filter(on__lte=on, people__isnull=False).last()
    if known is not None and known.people == people and ("counted_on" not in entry or known.on == on):
        return {}
    same = structure.sizes.filter(on=on).first()
    kept: dict[str, Any] = {"surface_m2": same.surface_m2, "source": same.source} if same else {}
    before = same.people if same else None
    size = count_size(structure=structure, on=on, people=people, **kept, by=by, at=at)
    return {"size": [size.pk, before, people]}


def uncount_people(also: dict[str, Any]) -> bool:
    """Take back a number of people that a line had written; say whether it was still there."""
    if "size" not in also:
        return True
    pk, before, after = also["size"]
    size = Size.objects.filter(pk=pk, people=after).first()
    if size is None:
        return False
    if before is None and size.surface_m2 is None:
        size.delete()
    else:
        size.people = before
        size.save(update_fields=["people"])
    return True
