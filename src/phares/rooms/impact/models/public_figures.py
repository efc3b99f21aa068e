"""Whether everybody reads the network and the figures of a pole: it decides."""

from django.conf import settings
from django.db import models

from phares.rooms.directory.models import Pole


class PublicFigures(models.Model):
    """The pole shows its network and its figures to everybody; without this row they stay inside."""

    pole = models.OneToOneField(Pole, models.PROTECT, related_name="public_figures")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "public figures"

    def __str__(self) -> str:
        return str(self.pole)
