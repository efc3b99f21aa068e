"""Fade rules: how long a tie is counted after its last fact, dated like every parameter of a pole."""

from datetime import date

from django.conf import settings
from django.db import models

from phares.rooms.directory.models import Pole

DAYS_UNLESS_SAID = 365


class FadeRule(models.Model):
    """From a day on, a tie is counted for so many days after its last fact; a later rule changes nothing before it."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="fade_rules")
    from_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["pole", "from_on"], name="fade_rule_once_per_day"),
            models.CheckConstraint(condition=models.Q(days__gte=30, days__lte=1830), name="fade_rule_within_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} {self.days}"


def fade_days(pole: Pole, day: date) -> int:
    """Return for how many days after its last fact a tie is counted, by the rule that held on `day`."""
    rule = FadeRule.objects.filter(pole=pole, from_on__lte=day).first()
    return rule.days if rule else DAYS_UNLESS_SAID
