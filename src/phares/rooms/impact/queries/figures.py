"""Reads of the figures: each as a reader may see it, with the same figure a year before."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from phares.rooms.cooperation import permissions as cooperation
from phares.rooms.cooperation.queries.figures import FEWEST_COOPERATIONS, year_before
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.funding import permissions as funding
from phares.rooms.impact.figure_kinds import KINDS
from phares.rooms.impact.figures import Counted, FigureKind, Record, Shown
from phares.rooms.impact.ground import Ground


def figures_shown(actor: Actor, pole: Pole, day: date, codes: Sequence[str] | None = None) -> list[Shown]:
    """Return the figures of the page, or those of these codes alone; a constant number of queries."""
    asked = [kind for kind in KINDS.values() if kind.is_head and (codes is None or kind.code in codes)]
    return _shown(actor, pole, day, asked)


def figure_shown(actor: Actor, pole: Pole, day: date, code: str) -> Shown | None:
    """Return one figure with everything that it opens on."""
    return _shown(actor, pole, day, [KINDS[code]])[0] if code in KINDS else None


def _shown(actor: Actor, pole: Pole, day: date, kinds: list[FigureKind]) -> list[Shown]:
    ground, before = Ground(pole, day), Ground(pole, year_before(day))
    sees_all = bool(actor.job) or actor.may("see_every_cooperation", pole)
    counts = [(kind, kind.count(ground), kind.count(before)) for kind in kinds]
    named = [record for _kind, now, _past in counts for record in now.records]
    seen = _among(cooperation.visible_cooperations(actor, pole), [one.cooperation for one in named])
    known = _among(visible_structures(actor, pole), [one.structure for one in named])
    files = _among(funding.visible_applications(actor, pole), [one.application for one in named])

    def is_seen(record: Record) -> bool:
        if record.cooperation is not None:
            return record.cooperation.pk in seen
        if record.application is not None:
            return record.application.pk in files
        return record.structure is None or record.structure.pk in known

    shown = []
    for kind, now, past in counts:
        records = [record for record in now.records if is_seen(record)]
        is_kept = not sees_all and _points_at_somebody(now)
        shown.append(
            Shown(
                kind=kind,
                value=None if is_kept else now.value,
                before=None if not sees_all and _points_at_somebody(past) else past.value,
                inputs=[] if is_kept else now.inputs,
                records=records,
                others=len(now.records) - len(records),
                is_kept=is_kept,
            )
        )
    return shown


def _among(visible: QuerySet[Any], named: Iterable[Any]) -> set[int]:
    """Return which of those that records name may be seen: only they are asked about."""
    asked = {one.pk for one in named if one is not None}
    return set(visible.filter(pk__in=asked).order_by().values_list("pk", flat=True)) if asked else set()


def _points_at_somebody(counted: Counted) -> bool:
    """Say whether what is counted comes from so few cooperations that it would be somebody's own."""
    return counted.sources is not None and 0 < counted.sources < FEWEST_COOPERATIONS
