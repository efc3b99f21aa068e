"""Lineage: from which structures another was born, into which one it merged."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models.structure import Structure


class LineageKind(models.TextChoices):
    """How a structure comes from another, or ends in it."""

    BORN_FROM = "born_from", _("née de")
    MERGED_INTO = "merged_into", _("réunie à")


class Lineage(models.Model):
    """`structure` was born from `other`, or merged into `other`, on a day."""

    structure = models.ForeignKey(Structure, models.PROTECT, related_name="lineages")
    other = models.ForeignKey(Structure, models.PROTECT, related_name="descendants")
    kind = models.CharField(max_length=12, choices=LineageKind)
    on = models.DateField()
    source = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(blank=True, max_length=400)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["structure", "other", "kind"], name="lineage_once"),
            models.CheckConstraint(condition=~Q(structure=F("other")), name="lineage_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.structure} {self.get_kind_display()} {self.other}"
