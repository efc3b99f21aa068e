"""The charter: the values that the pole names, version after version, and who signed which."""

from django.conf import settings
from django.db import models

from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.structure import Structure


class Charter(models.Model):
    """One version of the pole's charter; the latest is in force, earlier ones stay as they were signed."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="charters")
    number = models.PositiveIntegerField()
    preamble = models.TextField(blank=True)
    adopted_on = models.DateField()

    class Meta:
        ordering = ["pole", "-number"]
        constraints = [models.UniqueConstraint(fields=["pole", "number"], name="charter_number_once_per_pole")]

    def __str__(self) -> str:
        return f"{self.pole}, {self.number}"


class CharterValue(models.Model):
    """A value that a version of the charter names, and what the pole means by it."""

    charter = models.ForeignKey(Charter, models.CASCADE, related_name="values")
    rank = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    meaning = models.TextField(blank=True)

    class Meta:
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["charter", "rank"], name="charter_value_rank_once")]

    def __str__(self) -> str:
        return self.name


class CharterSignature(models.Model):
    """A structure signed one version of the charter, once."""

    charter = models.ForeignKey(Charter, models.PROTECT, related_name="signatures")
    structure = models.ForeignKey(Structure, models.PROTECT, related_name="charter_signatures")
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["signed_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["charter", "structure"], name="charter_signed_once")]

    def __str__(self) -> str:
        return f"{self.structure}, {self.charter.number}"
