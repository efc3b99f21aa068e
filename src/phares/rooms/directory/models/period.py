"""Periods of days: from a day to a last day, both included, an empty end being open."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows that hold from `from_on` to `until_on`."""

    def on(self, day: date) -> Self:
        """Keep the rows that hold on `day`."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)

    def still(self, day: date) -> Self:
        """Keep the rows that hold on `day` or will hold later."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day))


def period_in_order(name: str) -> models.CheckConstraint:
    """Return the constraint that a period does not end before it begins."""
    return models.CheckConstraint(
        condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")) | Q(from_on__isnull=True), name=name
    )
