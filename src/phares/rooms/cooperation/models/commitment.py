"""Commitments: what a party promises, and what became of the promise."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.cooperation.models.cooperation import Cooperation, Party


class Outcome(models.TextChoices):
    """What became of a promise."""

    OPEN = "open", _("à tenir")
    DONE = "done", _("faite")
    KEPT = "kept", _("tenue")
    DROPPED = "dropped", _("abandonnée")


class Commitment(models.Model):
    """A party promises something to another one, or to all; `kept` once those who received say so too."""

    cooperation = models.ForeignKey(Cooperation, models.CASCADE, related_name="commitments")
    promised_by = models.ForeignKey(Party, models.CASCADE, related_name="promises")
    promised_to = models.ForeignKey(Party, models.CASCADE, null=True, blank=True, related_name="promises_received")
    what = models.CharField(max_length=160)
    due_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    done_on = models.DateField(null=True, blank=True)
    word = models.CharField(max_length=240, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.what

    def is_late(self, today: date) -> bool:
        """Say whether the promised day has passed and nothing was done, given up or changed."""
        return self.outcome == Outcome.OPEN and self.due_on is not None and self.due_on < today

    def close_waiting_change(self, at: datetime) -> None:
        """Let a proposed change fall: the promise that it was about is no longer the one to answer for."""
        self.changes.filter(answered_at=None).update(answered_at=at, accepted=False)


class CommitmentChange(models.Model):
    """Another wording or another day that one side proposes; it holds only when the other side accepts."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="changes")
    proposed_by = models.ForeignKey(Party, models.CASCADE, related_name="+")
    old_what = models.CharField(max_length=160)
    old_due_on = models.DateField(null=True, blank=True)
    what = models.CharField(max_length=160)
    due_on = models.DateField(null=True, blank=True)
    word = models.CharField(max_length=240, blank=True)
    proposed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    accepted = models.BooleanField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment"],
                condition=models.Q(answered_at__isnull=True),
                name="commitment_one_change_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.proposed_at:%Y-%m-%d}"
