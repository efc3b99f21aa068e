"""Meetings of a cooperation, and the actions noted there: who does what by when."""

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Cooperation, Party


class WorkMeeting(models.Model):
    """A meeting and its minutes, which the parties alone read."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="work_meetings")
    on = models.DateField()
    minutes = models.TextField(max_length=4000, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.cooperation} {self.on}"


class MeetingAction(models.Model):
    """What one party said in a meeting that it would do, and by when."""

    meeting = models.ForeignKey(WorkMeeting, models.CASCADE, related_name="actions")
    party = models.ForeignKey(Party, models.PROTECT, related_name="actions")
    what = models.CharField(max_length=160)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.what
