"""Arrival: what is done with a structure that comes in, step by step, for each way to take part."""

from django.conf import settings
from django.db import models

from phares.rooms.directory.models.membership import Membership, MembershipKind
from phares.rooms.directory.models.pole import Pole


class ArrivalStep(models.Model):
    """One line of a pole's checklist for a way to take part; a line taken off stays where it was ticked."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="arrival_steps")
    kind = models.CharField(max_length=20, choices=MembershipKind)
    rank = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=160)
    is_kept = models.BooleanField(default=True)

    class Meta:
        ordering = ["kind", "rank", "pk"]

    def __str__(self) -> str:
        return self.words


class ArrivalTick(models.Model):
    """A step was done with a structure that came in, on a day."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="arrival_ticks")
    step = models.ForeignKey(ArrivalStep, models.PROTECT, related_name="ticks")
    done_at = models.DateTimeField()
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["done_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["membership", "step"], name="arrival_step_ticked_once")]

    def __str__(self) -> str:
        return f"{self.membership}: {self.step}"
