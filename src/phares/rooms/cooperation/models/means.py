"""Means shared by a cooperation, who uses them, by which keys they are paid, and the account of each period."""

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Cooperation, Party
from phares.rooms.directory.models.period import PeriodQuerySet, period_in_order


class Means(models.Model):
    """Something that the parties of a cooperation pay together: a room, a machine, a line, a person's hours."""

    cooperation = models.ForeignKey(Cooperation, models.PROTECT, related_name="means")
    title = models.CharField(max_length=120)
    detail = models.CharField(max_length=300, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "means"

    def __str__(self) -> str:
        return self.title


class MeansUse(models.Model):
    """The days during which a party uses a means, and so pays its part."""

    means = models.ForeignKey(Means, models.CASCADE, related_name="uses")
    party = models.ForeignKey(Party, models.PROTECT, related_name="uses")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["party__position", "pk"]
        constraints = [
            period_in_order("means_use_period_in_order"),
            models.UniqueConstraint(fields=["means", "party"], name="means_use_once_per_party"),
        ]

    def __str__(self) -> str:
        return str(self.party)
