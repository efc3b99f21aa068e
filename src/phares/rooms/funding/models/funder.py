"""Funders: who gives money for what the pole does."""

from django.db import models

from phares.rooms.directory.models import Pole, Structure


class Funder(models.Model):
    """A public or private body that gives a grant; `structure` is its page in the directory, where it has one."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="funders")
    name = models.CharField(max_length=120)
    structure = models.ForeignKey(Structure, models.PROTECT, null=True, blank=True, related_name="as_funder")

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["pole", "name"], name="funder_name_once_per_pole")]

    def __str__(self) -> str:
        return self.name
