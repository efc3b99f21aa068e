"""Changes of mail: asked, confirmed from the new mail, refused from the former one."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.pole import Pole

TO_ANSWER = timedelta(days=7)
TO_REFUSE = timedelta(days=3)


class MailChange(models.Model):
    """A person's mail is to become another one: the new mail confirms, the former one may refuse.

    `takes_effect_at` leaves the former mail time to refuse when somebody else than the person asks.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="mail_changes")
    pole = models.ForeignKey(Pole, models.CASCADE, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    old_email = models.EmailField()
    new_email = models.EmailField()
    asked_at = models.DateTimeField()
    takes_effect_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) | Q(confirmed_at__isnull=False),
                name="mail_change_confirmed_before_applied",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}"
