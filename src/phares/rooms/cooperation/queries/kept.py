"""The kept index: what waits on each side of a pole, read once by the engine and asked again at every page.

Reading items is the slow part; asking one need of those that were read takes a few milliseconds. So each process keeps
what it has read, in two parts: a large one, and a small one for what was said since. Every page looks in the database
which items wait today (their ids, what is left of them, where they are): one taken back is never proposed, one said a
second ago always is, whichever process wrote it. A score depends on the pair alone, so that two parts asked one after
the other answer as one would.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any

from phares.engine import matching as engine
from phares.engine.matching.needs import Needs
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.queries.reading import engine_item

Mark = tuple[Any, ...]
Read = engine.Index | Needs
"""Offers are asked for a need, needs for an offer: it is the need that says what answers it."""

MOST_SIDES = 64
FEWEST_APART = 40
MOST_AT_ONCE = 500
MARKS = (
    "pk",
    "said_at",
    "quantity_used",
    "structure__latitude",
    "structure__longitude",
    "structure_id",
    "group_id",
    "resident_id",
)
HOLDERS = ("structure", "group", "resident")


@dataclass
class _Part:
    """Items read together, each known by what was true of it when it was read."""

    marks: Mapping[int, Mark] = field(default_factory=dict)
    index: Read | None = None


@dataclass
class _Side:
    """What one process has read of one side of one pole."""

    large: _Part = field(default_factory=_Part)
    small: _Part = field(default_factory=_Part)
    lock: Lock = field(default_factory=Lock)


@dataclass(frozen=True)
class Waiting:
    """What waits on one side of a pole today, ready to be asked."""

    marks: Mapping[int, Mark]
    parts: Sequence[tuple[Read, Collection[int]]]

    def held_by(self, pk: int) -> str:
        """Return the key of the holder of an item, such as `structure-3`."""
        held = zip(HOLDERS, self.marks[pk][5:], strict=True)
        return next(f"{name}-{number}" for name, number in held if number is not None)

    def count_not_of(self, key: str) -> int:
        """Return how many items wait that this holder has not said."""
        name, number = key.split("-")
        place, held = MARKS.index(f"{name}_id"), int(number)
        return sum(mark[place] != held for mark in self.marks.values())

    def answers(
        self,
        asked: engine.Item,
        *,
        refused: Iterable[int] = (),
        ties: Sequence[engine.Tie] = (),
        shown: Mapping[str, int] | None = None,
        top: int,
    ) -> list[engine.Match]:
        """Return what the engine finds for one item among all that waits, best first."""
        found: list[engine.Match] = []
        for read, gone in self.parts:
            pairs = (
                (str(pk), asked.id) if isinstance(read, Needs) else (asked.id, str(pk)) for pk in (*refused, *gone)
            )
            out = [engine.Refusal(need, offer) for need, offer in pairs]
            found += read.answers(asked, ties=ties, refusals=out, shown=shown, top=top)
        return sorted(found, key=lambda one: (-one.micro_score, one.need, one.offer))[:top]


_sides: dict[tuple[int, str], _Side] = {}
_sides_lock = Lock()


def waiting(pole_id: int, side: str, day: date) -> Waiting:
    """Return what waits on one side of a pole on `day`: what was read before, and what is new."""
    rows = Item.objects.filter(pole=pole_id, side=side).open_on(day).order_by().values_list(*MARKS)
    marks = {row[0]: row for row in rows}
    kept = _side(pole_id, side)
    with kept.lock:
        if not _holds(kept, marks):
            _read_again(kept, marks, side)
        parts = [
            (part.index, [pk for pk, mark in part.marks.items() if marks.get(pk) != mark])
            for part in (kept.large, kept.small)
            if part.index is not None
        ]
    return Waiting(marks, parts)


def forget() -> None:
    """Forget all that was read, as a process that starts does."""
    with _sides_lock:
        _sides.clear()


def _side(pole_id: int, side: str) -> _Side:
    """Return what this process keeps of a side; the sides asked longest ago are forgotten."""
    with _sides_lock:
        kept = _sides.pop((pole_id, side), None) or _Side()
        _sides[pole_id, side] = kept
        while len(_sides) > MOST_SIDES:
            _sides.pop(next(iter(_sides)))
        return kept


def _holds(kept: _Side, marks: Mapping[int, Mark]) -> bool:
    """Say whether all that waits was read as it is today."""
    return all(kept.large.marks.get(pk) == mark or kept.small.marks.get(pk) == mark for pk, mark in marks.items())


def _read_again(kept: _Side, marks: Mapping[int, Mark], side: str) -> None:
    """Read what is new beside what was read; when that has grown, or much is gone, read all of it again as one."""
    new = {pk: mark for pk, mark in marks.items() if kept.large.marks.get(pk) != mark}
    if len(new) > max(FEWEST_APART, len(kept.large.marks) // 10):
        kept.large, kept.small = _read(marks, side), _Part()
    else:
        kept.small = _read(new, side)


def _read(marks: Mapping[int, Mark], side: str) -> _Part:
    """Let the engine read these items."""
    pks = sorted(marks)
    runs = [pks[start : start + MOST_AT_ONCE] for start in range(0, len(pks), MOST_AT_ONCE)]
    items = Item.objects.select_related(*HOLDERS).order_by("pk")
    read = [engine_item(one) for run in runs for one in items.filter(pk__in=run)]
    return _Part(marks, Needs(read) if side == Side.NEED else engine.Index(read))
