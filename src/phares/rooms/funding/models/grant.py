"""Grants: money promised by a funder, when it is paid, what was promised for it, and the report owed at the end."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models.funder import Funder


class Grant(models.Model):
    """A grant; its report is owed at the latest some months after its last day, as the law of that day says."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="grants")
    funder = models.ForeignKey(Funder, models.PROTECT, related_name="grants")
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="grants")
    title = models.CharField(max_length=140)
    convention_number = models.CharField(max_length=60, blank=True)
    amount_cents = models.BigIntegerField()
    from_on = models.DateField()
    until_on = models.DateField()
    report_due_on = models.DateField()
    report_sent_on = models.DateField(null=True, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount_cents__gt=0), name="grant_of_something"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="grant_period_in_order"),
            models.CheckConstraint(condition=Q(report_due_on__gte=F("until_on")), name="grant_report_after_its_end"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the grant's page."""
        return reverse("funding:grant", args=[self.pole.slug, self.pk])


class GrantPayment(models.Model):
    """A part of a grant, expected on a day, then received."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="payments")
    label = models.CharField(max_length=80)
    amount_cents = models.BigIntegerField()
    due_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [models.CheckConstraint(condition=Q(amount_cents__gt=0), name="grant_payment_of_something")]

    def __str__(self) -> str:
        return self.label


class PromisedIndicator(models.Model):
    """A figure promised to a funder: what is counted, in which unit, how much, by when; impact says what is reached."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="indicators")
    label = models.CharField(max_length=140)
    unit = models.CharField(max_length=30)
    target = models.DecimalField(max_digits=12, decimal_places=2, validators=[MinValueValidator(0)])
    due_on = models.DateField()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(target__gte=0), name="promised_indicator_not_negative"),
            models.UniqueConstraint(fields=["grant", "label", "due_on"], name="promised_indicator_once"),
        ]

    def __str__(self) -> str:
        return self.label
