"""Consents: what a person agrees to, until when, and how they said so."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.pole import Pole


class Purpose(models.TextChoices):
    """What consent is asked for; nothing of it is done without."""

    CONTACT_SHOWN = "contact_shown", _("montrer mon adresse et mon téléphone aux structures du pôle")
    NEWS = "news", _("recevoir des nouvelles du pôle")
    QUOTED = "quoted", _("citer mes mots avec mon prénom")
    PICTURED = "pictured", _("publier une photo où l’on me reconnaît")


class ConsentManner(models.TextChoices):
    """How consent was given."""

    SITE = "site", _("sur le site")
    PAPER = "paper", _("sur papier")
    ALOUD = "aloud", _("de vive voix")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents, those that hold set apart."""

    def on(self, day: date) -> Self:
        """Keep those that hold on `day`."""
        held = self.filter(given_on__lte=day, until_on__gte=day)
        return held.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))


class Consent(models.Model):
    """A person agrees to one thing in one pole, from a day to a last day; it is taken back as easily as given.

    GDPR, articles 4 (11) and 7; the pole keeps the proof, so that a row is ended and never changed.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="consents")
    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=20, choices=Purpose)
    manner = models.CharField(max_length=10, choices=ConsentManner)
    given_on = models.DateField()
    until_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__gte=models.F("given_on")), name="consent_period_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}"
