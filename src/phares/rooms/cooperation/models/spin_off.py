"""Spin-offs: a structure born of what others did together; from which structures it comes, the directory says."""

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.directory.models import Pole, Structure


class SpinOff(models.Model):
    """A structure that comes from a cooperation of the register, or, where a source says so, from other structures.

    Those structures are its lineage in the directory, written once, by the same act.
    `when` says the day as precisely as it is known (« décembre 2016 »); `on` sorts.
    """

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="spin_offs")
    structure = models.ForeignKey(Structure, models.PROTECT, related_name="comes_from")
    cooperation = models.ForeignKey(Cooperation, models.PROTECT, null=True, blank=True, related_name="spin_offs")
    on = models.DateField()
    when = models.CharField(max_length=60)
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
