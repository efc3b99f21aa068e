"""Follow-up calls: somebody who runs the pole telephoned a party for news; the day and who, never what was said."""

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Cooperation, Party


class FollowUpCall(models.Model):
    """A call to a party of a cooperation, known to whoever runs the pole and to that party."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="calls")
    party = models.ForeignKey(Party, models.CASCADE, related_name="calls")
    on = models.DateField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["party", "on"], name="follow_up_call_once_a_day")]

    def __str__(self) -> str:
        return f"{self.party} {self.on}"
