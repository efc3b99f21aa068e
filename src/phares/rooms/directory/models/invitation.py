"""Invitations: a mail that opens the site to a person whom the pole has made known."""

from datetime import datetime
from typing import Self

from django.db import models

from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.pole import Pole


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, those that still open something set apart."""

    def open(self, at: datetime) -> Self:
        """Keep those that may still be accepted: not used, not taken back, not too old, sent to the person's mail."""
        waiting = self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)
        return waiting.filter(person__email=models.F("email"), person__is_active=True)


class Invitation(models.Model):
    """A letter to one person of a pole; it opens the site once, before its day, to the mail it was sent to."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    sent_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.pole}"
