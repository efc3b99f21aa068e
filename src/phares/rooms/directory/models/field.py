"""Activity fields: what a structure works on, as reference data with its source."""

from django.db import models
from django.utils.translation import get_language


class ActivityField(models.Model):
    """A field of activity, in French and English, mapped to a sector of the Labo de l'ESS where one fits."""

    code = models.SlugField(unique=True)
    name_fr = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    sector = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["code"]  # the French name without its accents, which the two databases would sort apart

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_fr
