"""Figures: what statistics say of an area, each with its source, its day and the sentence that it comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Pole


class Area(models.TextChoices):
    """What kind of area a figure speaks of."""

    IRIS = "iris", _("îlot (IRIS)")
    QPV = "qpv", _("quartier prioritaire (QPV)")
    COMMUNE = "commune", _("commune")
    EPCI = "epci", _("agglomération (EPCI)")
    DEPARTEMENT = "departement", _("département")
    REGION = "region", _("région")
    FRANCE = "france", _("France")


class Figure(models.Model):
    """One figure, never mixed with voices in any score; `is_ambiguous` where its source leaves the area in doubt."""

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="figures")
    area = models.CharField(max_length=12, choices=Area)
    area_code = models.CharField(max_length=20, blank=True)
    area_name = models.CharField(max_length=80)
    subject = models.CharField(max_length=140)
    value = models.CharField(max_length=40)
    unit = models.CharField(max_length=40, blank=True)
    on = models.CharField(max_length=20)
    source = models.CharField(max_length=240)
    method = models.CharField(max_length=300, blank=True)
    sentence = models.CharField(max_length=600, blank=True)
    is_ambiguous = models.BooleanField(default=False)

    class Meta:
        ordering = ["subject", "area", "area_name", "on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pole", "subject", "area", "area_name", "on", "source"], name="figure_said_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.value}"
