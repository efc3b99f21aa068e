"""Reads of the week that come from the parties' work: what was said in meetings, and who was telephoned lately."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Max, QuerySet

from phares.rooms.cooperation.models import FollowUpCall, MeetingAction
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.directory.models import Pole

WITHIN = timedelta(days=7)
HELD = ("party__structure", "party__group", "party__resident")


def actions_due(pole: Pole, day: date) -> QuerySet[MeetingAction]:
    """Return what was to be done after meetings of cooperations that go on, within seven days or before."""
    running = MeetingAction.objects.filter(meeting__cooperation__pole=pole, meeting__cooperation__state=State.RUNNING)
    due = running.filter(done_on=None, due_on__lte=day + WITHIN)
    return due.select_related("meeting__cooperation__pole", *HELD).order_by("due_on", "pk")


def last_calls(parties: Iterable[int]) -> dict[int, date]:
    """Return the day on which each of these parties was last telephoned for news."""
    calls = FollowUpCall.objects.filter(party__in=list(parties)).order_by()
    return dict(calls.values_list("party_id").annotate(last=Max("on")))
