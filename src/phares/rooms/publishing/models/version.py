"""Versions: the words of a sheet as its readers got them, kept as they were."""

from django.conf import settings
from django.db import models

from phares.rooms.publishing.models.rubric import Rubric
from phares.rooms.publishing.models.sheet import ExperienceSheet


class SheetVersion(models.Model):
    """What was published on a day: the words, frozen, and what the index looks for in them."""

    sheet = models.ForeignKey(ExperienceSheet, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    words = models.JSONField()
    photos = models.JSONField(default=list)
    rubric = models.ForeignKey(Rubric, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=160)
    lead = models.CharField(max_length=600)
    commune = models.CharField(max_length=80, db_index=True)
    dated_on = models.DateField(db_index=True)
    search_text = models.TextField(editable=False)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="sheet_version_once")]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
