"""Facts: what happened, on which day, with proof where there is one."""

from decimal import Decimal

from django.conf import settings
from django.db import models

from phares.rooms.commons.models import Attachment
from phares.rooms.cooperation.models.cooperation import Cooperation


class Fact(models.Model):
    """Something that happened in a cooperation: a dated sentence, with hours, money, a document where there are."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="facts")
    on = models.DateField()
    what = models.CharField(max_length=300)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    cents = models.PositiveBigIntegerField(null=True, blank=True)
    proof = models.ForeignKey(Attachment, models.SET_NULL, null=True, blank=True, related_name="+")
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def hours(self) -> Decimal | None:
        """Return the hours that it took, to the minute."""
        return round(Decimal(self.minutes) / 60, 2) if self.minutes else None
