"""Retention periods: how long each kind of personal record is kept, as dated rows with their source."""

from django.db import models
from django.utils.translation import get_language

from phares.rooms.directory.models.period import PeriodQuerySet, period_in_order


class RetentionPeriod(models.Model):
    """So many months after its end, a kind of record is removed (GDPR, article 5 (1) (e)); newer rows replace older."""

    code = models.SlugField(max_length=40)
    what_fr = models.CharField(max_length=200)
    what_en = models.CharField(max_length=200)
    months = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=240)
    source_url = models.URLField(blank=True, max_length=400)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["code", "from_on"]
        constraints = [
            period_in_order("retention_period_in_order"),
            models.UniqueConstraint(fields=["code", "from_on"], name="retention_period_once_a_day"),
        ]

    def __str__(self) -> str:
        return self.what_en if get_language() == "en" else self.what_fr
