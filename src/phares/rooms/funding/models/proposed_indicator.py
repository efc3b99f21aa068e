"""Proposed indicators: what an answer says that it will reach; a call that is won promises it to its funder."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from phares.rooms.funding.models.application import Application


class ProposedIndicator(models.Model):
    """A figure that a file proposes to be judged on (CERFA 12156, the project's part: « indicateurs proposés »)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="indicators")
    label = models.CharField(max_length=140)
    unit = models.CharField(max_length=30)
    target = models.DecimalField(max_digits=12, decimal_places=2, validators=[MinValueValidator(0)])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(target__gte=0), name="proposed_indicator_not_negative"),
            models.UniqueConstraint(fields=["application", "label"], name="proposed_indicator_once"),
        ]

    def __str__(self) -> str:
        return self.label
