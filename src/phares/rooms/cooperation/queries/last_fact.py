"""The last dated fact of a cooperation: noted, met about, promise kept, or account closed; whichever came last."""

from datetime import date
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery

from phares.rooms.commons.days import as_day
from phares.rooms.cooperation.models import Account, Commitment, Cooperation, Fact, WorkMeeting
from phares.rooms.cooperation.models.commitment import Outcome

_LAST = ("last_noted_on", "last_met_on", "last_kept_on", "last_closed_at")


def with_last_fact(cooperations: QuerySet[Cooperation]) -> QuerySet[Cooperation]:
    """Return the same cooperations, each with the last day of each sort of fact."""
    kept = Commitment.objects.filter(outcome=Outcome.KEPT)
    closed = Account.objects.filter(closed_at__isnull=False)
    days = [
        _last(Fact.objects.all(), "cooperation", "on"),
        _last(WorkMeeting.objects.all(), "cooperation", "on"),
        _last(kept, "cooperation", "done_on"),
        _last(closed, "means__cooperation", "closed_at"),
    ]
    told: QuerySet[Cooperation] = cooperations.annotate(**dict(zip(_LAST, days, strict=True)))
    return told


def _last(rows: QuerySet[Any], path: str, day: str) -> Subquery:
    """Return the last day of the rows of the cooperation outside; a join would multiply them."""
    mine = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Subquery(mine.annotate(last=Max(day)).values("last"))


def last_fact_on(cooperation: Any) -> date | None:
    """Return the day of the last dated fact of a cooperation read with it; None where nothing happened yet."""
    days = [getattr(cooperation, name) for name in _LAST]
    return max((as_day(one) for one in days if one is not None), default=None)
