"""Legal parameters: figures of the law as dated rows with their source, never constants."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language


class LegalParameterQuerySet(models.QuerySet["LegalParameter"]):
    """Figures of the law."""

    def on(self, day: date) -> Self:
        """Keep those in force on `day`."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day)


class LegalParameter(models.Model):
    """One figure of the law: its value, its unit, since when, and the text that says so."""

    code = models.SlugField(max_length=40)
    value = models.BigIntegerField()
    unit = models.CharField(max_length=20)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    words_fr = models.CharField(max_length=200)
    words_en = models.CharField(max_length=200)
    source = models.CharField(max_length=200)

    objects = LegalParameterQuerySet.as_manager()

    class Meta:
        ordering = ["code", "from_on"]
        constraints = [models.UniqueConstraint(fields=["code", "from_on"], name="legal_parameter_once_a_day")]

    def __str__(self) -> str:
        return self.words_en if get_language() == "en" else self.words_fr


REPORT_MONTHS = "report-months"
CONVENTION_FROM_CENTS = "convention-from-cents"
