"""Spin-offs: a structure born of what others did together; from which structures it comes, the directory says."""

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import day_words
from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.directory.models import Pole, Structure


class Precision(models.TextChoices):
    """How precisely a day is known."""

    DAY = "day", _("au jour près")
    MONTH = "month", _("au mois près")
    YEAR = "year", _("à l’année près")


class SpinOff(models.Model):
    """A structure that comes from a cooperation of the register, or, where a source says so, from other structures.

    Those structures are its lineage in the directory, written once, by the same act.
    `on` is said as precisely as it is known: of a birth known to the month, « décembre 2016 ».
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="spin_offs")
    structure = models.ForeignKey(Structure, models.PROTECT, related_name="comes_from")
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="spin_offs")
    on = models.DateField()
    precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    what = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(blank=True, max_length=400)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["structure", "cooperation"], name="spin_off_once_per_cooperation"),
            models.CheckConstraint(
                condition=models.Q(cooperation__isnull=False) | ~models.Q(source=""), name="spin_off_has_an_origin"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure} {self.when}"

    @property
    def when(self) -> str:
        """Return its day in the reader's words, as precisely as it is known."""
        if self.precision == Precision.DAY:
            return day_words(self.on)
        return date_format(self.on, "F Y" if self.precision == Precision.MONTH else "Y")
