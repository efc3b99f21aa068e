"""Rubrics: the tree under which sheets are filed, which makes the breadcrumb."""

from django.db import models

from phares.rooms.directory.models import Pole


class Rubric(models.Model):
    """A heading of the pole's publications; one without parent stands under the first page."""

    pole = models.ForeignKey(Pole, models.PROTECT, related_name="rubrics")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["pole", "slug"], name="rubric_slug_once_per_pole")]

    def __str__(self) -> str:
        return self.name
