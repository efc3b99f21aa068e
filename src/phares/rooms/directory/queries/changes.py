"""What changed in the pole between two days: who came in, came back, changed, left, was born or merged."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Lineage, Membership, Pole, Structure
from phares.rooms.directory.models.membership import Bounds

ENTERED, CAME_BACK, CHANGED, LEFT = "entered", "came_back", "changed", "left"


@dataclass(frozen=True)
class Change:
    """One thing that happened to one structure on a day; `before` is how it took part until then."""

    what: str
    on: date
    structure: Structure
    membership: Membership
    before: Membership | None = None


@dataclass(frozen=True)
class Changes:
    """What changed after `first` and until `last`: what the reader may see, and how many others there were."""

    first: date
    last: date
    changes: list[Change]
    lineages: list[Lineage]
    not_shown: int


def changes_between(actor: Actor, pole: Pole, first: date, last: date) -> Changes:
    """Return what changed after the day `first` and until the day `last`, in the order of the days.

    A presence that a source only attests says nothing of its beginning nor of its end, and so is no change.
    """
    known = Membership.objects.filter(structure__pole=pole, bounds=Bounds.KNOWN).select_related("structure__pole")
    of_structure: dict[int, list[Membership]] = defaultdict(list)
    for membership in known.order_by("structure_id", "from_on", "pk"):
        of_structure[membership.structure_id].append(membership)
    every = [one for row in of_structure.values() for one in _changes_of(row, first, last)]
    visible = set(permissions.visible_structures(actor, pole).values_list("pk", flat=True))
    shown = sorted((one for one in every if one.structure.pk in visible), key=lambda one: (one.on, one.structure.pk))
    lineages = Lineage.objects.filter(structure__pole=pole, on__gt=first, on__lte=last)
    both_seen = lineages.filter(structure__in=visible, other__in=visible)
    told = list(both_seen.select_related("structure__pole", "other__pole"))
    return Changes(first, last, shown, told, len(every) - len(shown))


def _changes_of(row: list[Membership], first: date, last: date) -> Iterator[Change]:
    """Yield what happened to one structure, from its memberships in order."""
    before: Membership | None = None
    for number, one in enumerate(row):
        next_one = row[number + 1] if number + 1 < len(row) else None
        if first < one.from_on <= last and (what := _how_it_came(one, before)):
            yield Change(what, one.from_on, one.structure, one, before)
        ends_for_good = one.until_on is not None and not (next_one and _follows(next_one, one))
        if ends_for_good and one.until_on and first <= one.until_on < last:
            yield Change(LEFT, one.until_on, one.structure, one)
        before = one


def _follows(later: Membership, earlier: Membership) -> bool:
    """Say whether one membership takes up where the other stops."""
    return earlier.until_on is not None and later.from_on == earlier.until_on + timedelta(days=1)


def _how_it_came(one: Membership, before: Membership | None) -> str:
    """Return what the beginning of a membership was; nothing where it only goes on in the same way."""
    if before is None:
        return ENTERED
    if not _follows(one, before):
        return CAME_BACK
    return CHANGED if one.kind != before.kind else ""
