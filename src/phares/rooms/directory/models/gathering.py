"""Gatherings: where people of the pole meet on a day."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.pole import Pole


class GatheringKind(models.TextChoices):
    """What kind of meeting it is."""

    BOURSE = "bourse", _("bourse aux besoins et aux offres")
    WORKSHOP = "workshop", _("atelier")
    OPEN_DOORS = "open_doors", _("porte ouverte")


class Gathering(models.Model):
    """People of the pole, or whoever comes, meet at a place on a day."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="gatherings")
    kind = models.CharField(max_length=12, choices=GatheringKind)
    title = models.CharField(max_length=140)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=120, blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    planned_at = models.DateTimeField()

    class Meta:
        ordering = ["-starts_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_bourse(self) -> bool:
        """Say whether needs and offers are put together there."""
        return self.kind == GatheringKind.BOURSE

    def get_absolute_url(self) -> str:
        """Return the address of the gathering's page."""
        return reverse("directory:gathering", args=[self.pole.slug, self.pk])
