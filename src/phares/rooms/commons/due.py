"""Work due at a time: dated rows that the minute tick carries out, each once, however often it runs."""

import logging
from collections.abc import Callable
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from phares.rooms.commons.models import DueWork

Performance = Callable[[int, datetime], None]
_performances: dict[str, Performance] = {}
_log = logging.getLogger(__name__)


def register(kind: str, perform: Performance) -> None:
    """Say, at start-up, what to do when work of `kind` is due: `perform(subject_id, at)` touches the database only."""
    _performances[kind] = perform


def schedule_for_today(kind: str, day: date) -> None:
    """Set the work of `kind` that is done once a day, unless today's is set already; its subject is the day."""
    DueWork.objects.get_or_create(
        kind=kind, subject_id=day.toordinal(), defaults={"due_at": timezone.make_aware(datetime.combine(day, time(3)))}
    )


def schedule(kind: str, subject_id: int, due_at: datetime) -> None:
    """Set, or move, the one piece of work of `kind` on this subject; a moved one is to be done again."""
    DueWork.objects.update_or_create(kind=kind, subject_id=subject_id, defaults={"due_at": due_at, "done_at": None})


def cancel(kind: str, subject_id: int) -> None:
    """Forget the work of `kind` on this subject, where it is still to do."""
    DueWork.objects.filter(kind=kind, subject_id=subject_id, done_at=None).delete()


def run_due(at: datetime) -> int:
    """Carry out all work due at `at`; return how much was done. A failing piece stays due and is logged."""
    waiting = DueWork.objects.filter(done_at=None, due_at__lte=at, kind__in=_performances).order_by("due_at")
    return sum(_carry_out(pk, at) for pk in waiting.values_list("pk", flat=True))


def _carry_out(pk: int, at: datetime) -> bool:
    """Carry out one piece unless another tick has done it meanwhile."""
    try:
        with transaction.atomic():
            work = DueWork.objects.select_for_update().filter(pk=pk, done_at=None).first()
            if work is None:
                return False
            work.done_at = at
            work.save(update_fields=["done_at"])  # first, so that work that comes back may set its own next time
            _performances[work.kind](work.subject_id, at)
            return True
    except Exception:
        _log.exception("due work failed", extra={"due_work": pk})
        return False
