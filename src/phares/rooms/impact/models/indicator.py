"""Indicators: the twenty-eight that poles are asked for, computed from use or typed with evidence."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.reference import Reference


class Way(models.TextChoices):
    """How an indicator is known."""

    COMPUTED = "computed", _("compté d’après ce qui se fait ici")
    TYPED = "typed", _("dit, avec sa preuve")


class Indicator(Reference):
    """An indicator of the list: its number there, its unit, and, where it is computed, the figure that counts it."""

    number = models.PositiveSmallIntegerField(unique=True)
    unit = models.CharField(max_length=20, blank=True)
    way = models.CharField(max_length=8, choices=Way)
    figure = models.SlugField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(way=Way.TYPED, figure="") | (models.Q(way=Way.COMPUTED) & ~models.Q(figure="")),
                name="indicator_computed_by_a_figure",
            )
        ]

    @property
    def is_computed(self) -> bool:
        """Say whether the software counts it."""
        return self.way == Way.COMPUTED
