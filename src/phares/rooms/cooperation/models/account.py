"""Accounts of a shared means: what it cost over a period, and what each pays once the account is closed."""

from typing import Any

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Party
from phares.rooms.cooperation.models.key import SharingKey
from phares.rooms.cooperation.models.means import Means


class Account(models.Model):
    """What a means cost from one day to another; open, it follows its key, closed, nothing of it moves any more."""

    means = models.ForeignKey(Means, models.PROTECT, related_name="accounts")
    from_on = models.DateField()
    until_on = models.DateField()
    amount_cents = models.PositiveBigIntegerField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField()
    key = models.ForeignKey(SharingKey, models.PROTECT, null=True, blank=True, related_name="accounts")
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(until_on__gte=models.F("from_on")), name="account_in_order"),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, key__isnull=True)
                | models.Q(closed_at__isnull=False, key__isnull=False),
                name="account_closed_by_a_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.means} {self.from_on}"


class Share(models.Model):
    """What a party pays of a closed account, with the inputs of its calculation; only ever added."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="shares")
    party = models.ForeignKey(Party, models.PROTECT, related_name="shares")
    cents = models.PositiveBigIntegerField()
    days = models.PositiveIntegerField()
    inputs: Any = models.JSONField()

    class Meta:
        ordering = ["party__position", "pk"]
        constraints = [models.UniqueConstraint(fields=["account", "party"], name="share_once_per_party")]

    def __str__(self) -> str:
        return f"{self.party} {self.cents}"
