"""Newsletters: what the pole writes from time to time, to its own people or to whoever asked."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Pole


class Audience(models.TextChoices):
    """For whom a newsletter is written."""

    INTERNAL = "internal", _("celles et ceux qui agissent dans le pôle")
    PUBLIC = "public", _("tout le monde")


class Newsletter(models.Model):
    """A newsletter: a draft made from what happened, then what was sent, kept as it left."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="newsletters")
    audience = models.CharField(max_length=8, choices=Audience)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="fr")
    subject = models.CharField(max_length=120)
    text = models.TextField()
    since_on = models.DateField()
    until_on = models.DateField()
    drafted_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recipients = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-drafted_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class Subscription(models.Model):
    """An address for newsletters: one that asked for the public ones, or one of the pole's own people.

    Public: nothing is sent before the address itself said yes. Both: `refused_at` stops everything.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="+")
    email = models.EmailField()
    audience = models.CharField(max_length=8, choices=Audience)
    token = models.CharField(max_length=43, unique=True)
    language = models.CharField(max_length=5, default="fr")
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pole", "email", "audience"], name="subscription_mail_once")]

    def __str__(self) -> str:
        return str(self.pk)
