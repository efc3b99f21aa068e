"""Times proposed: when the two sides of a match could see each other."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.models.match import Match


class ProposedTime(models.Model):
    """A moment and a place that one side of a match proposes; it holds once the other side accepts it."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="proposed_times")
    side = models.CharField(max_length=5, choices=Side)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=120, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["match"], condition=Q(answered_at__isnull=True), name="proposed_time_one_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.match_id} {self.starts_at:%Y-%m-%d %H:%M}"
