"""Sizes: how many people and how much floor a structure counted on a day."""

from django.db import models
from django.db.models import Q

from phares.rooms.directory.models.structure import Structure


class Size(models.Model):
    """What a structure counted on `on`; it holds until a later one is written."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="sizes")
    on = models.DateField()
    people = models.PositiveIntegerField(null=True, blank=True)
    surface_m2 = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["structure", "on"], name="size_once_a_day"),
            models.CheckConstraint(
                condition=Q(people__isnull=False) | Q(surface_m2__isnull=False), name="size_says_something"
            ),
            models.CheckConstraint(
                condition=Q(surface_m2__isnull=True) | Q(surface_m2__gte=0), name="size_surface_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.structure}, {self.on}"
