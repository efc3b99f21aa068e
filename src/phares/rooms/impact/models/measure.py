"""Measures: the value of an indicator over a period, frozen; a later correction is a new version, both are read."""

from typing import Any

from django.conf import settings
from django.db import models

from phares.rooms.commons.models import Attachment
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.period import period_in_order
from phares.rooms.impact.models.indicator import Indicator


class Measure(models.Model):
    """One version of a measure; rows are only ever added, and the database holds them to it.

    The name of somebody erased alone may leave its texts: `names_removed` counts how often. `value`, `baseline` and
    `target` are in the indicator's unit. `inputs` are the words and numbers that a computed one was made of on the day
    it was frozen.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="measures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measures")
    from_on = models.DateField()
    until_on = models.DateField()
    version = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=4)
    baseline = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    target = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    method = models.CharField(max_length=300)
    inputs: Any = models.JSONField(default=list)
    evidence = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    names_nobody = models.BooleanField(default=False)
    correction = models.CharField(max_length=240, blank=True)
    measured_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    measured_at = models.DateTimeField()
    names_removed = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-until_on", "-from_on", "-version"]
        constraints = [
            period_in_order("measure_period_in_order"),
            models.UniqueConstraint(
                fields=["pole", "indicator", "from_on", "until_on", "version"], name="measure_version_once"
            ),
            models.CheckConstraint(
                condition=models.Q(version=1) | ~models.Q(correction=""), name="measure_correction_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.until_on} v{self.version}"
