"""Reads of rubrics: the tree, and the way down to one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from phares.rooms.directory.models import Pole
from phares.rooms.publishing.models import Rubric


@dataclass(frozen=True)
class Branch:
    """A rubric, how deep it stands, how many published sheets are filed there and under it."""

    rubric: Rubric
    depth: int
    sheets: int


def tree_of(pole: Pole, sheets: Mapping[str, int] = MappingProxyType({})) -> list[Branch]:
    """Return the rubrics of a pole in the order of its tree, with how many sheets each leads to.

    `sheets` says how many are filed under each rubric itself.
    """
    rows = list(Rubric.objects.filter(pole=pole))
    children: dict[int | None, list[Rubric]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)
    branches: list[Branch] = []

    def under(top: Rubric) -> int:
        return sheets.get(top.slug, 0) + sum(under(row) for row in children.get(top.pk, []))

    def walk(parent: int | None, depth: int) -> None:
        for row in children.get(parent, []):
            branches.append(Branch(row, depth, under(row)))
            walk(row.pk, depth + 1)

    walk(None, 0)
    return branches


def way_to(rubric: Rubric | None, pole: Pole) -> list[Rubric]:
    """Return the rubrics from the first page down to this one, itself included; one query."""
    rows = {row.pk: row for row in Rubric.objects.filter(pole=pole)} if rubric is not None else {}
    return _up(rows, rubric.pk if rubric is not None else None)


def _up(rows: dict[int, Rubric], pk: int | None) -> list[Rubric]:
    way: list[Rubric] = []
    while pk is not None and pk in rows and rows[pk] not in way:
        way.insert(0, rows[pk])
        pk = rows[pk].parent_id
    return way


def within(branches: Sequence[Branch], slug: str) -> list[int]:
    """Return the ids of a rubric and of all that stand under it."""
    inside: list[int] = []
    depth = -1
    for branch in branches:
        if branch.depth <= depth:
            depth = -1
        if branch.rubric.slug == slug:
            depth = branch.depth
        if depth >= 0:
            inside.append(branch.rubric.pk)
    return inside


def under_name(slug: str) -> list[int]:
    """Return the ids of the rubrics of this name in whatever pole, and of all that stand under them; one query."""
    rows = list(Rubric.objects.order_by().values_list("pk", "parent_id", "slug"))
    inside = {pk for pk, _parent, name in rows if name == slug}
    while more := {pk for pk, parent, _name in rows if parent in inside} - inside:
        inside |= more
    return sorted(inside)


def rubric_numbered(pole: Pole, pk: int) -> Rubric | None:
    """Return a rubric of this pole."""
    return Rubric.objects.filter(pole=pole, pk=pk).select_related("pole", "parent").first()
