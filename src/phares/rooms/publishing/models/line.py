"""Imported lines: what a file said, line by line, where each went, and what was corrected by whom."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.publishing.models.sheet import ExperienceSheet


class Landing(models.TextChoices):
    """What became of a line."""

    FIELD = "field", _("rangée")
    MERGED = "merged", _("déjà lue plus haut")
    PRIVATE = "private", _("gardée pour la rédaction")
    UNSORTED = "unsorted", _("non rangée")


class ImportedLine(models.Model):
    """One non-blank line of the file, exactly as read; `doubts` are pairs of a code and words: never a guess."""

    sheet = models.ForeignKey(ExperienceSheet, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    read = models.TextField()
    text = models.TextField()
    landing = models.CharField(max_length=10, choices=Landing)
    field = models.CharField(max_length=30, blank=True)
    is_joined = models.BooleanField(default=False)
    doubts = models.JSONField(default=list)
    corrected = models.TextField(blank=True)
    is_settled = models.BooleanField(default=False)
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    corrected_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="imported_line_once")]

    def __str__(self) -> str:
        return self.read

    @property
    def said(self) -> str:
        """Return the line as it is to be understood: corrected, else as read."""
        return self.corrected or self.text

    @property
    def waits(self) -> bool:
        """Say whether somebody has still to look at it."""
        return bool(self.doubts) and not self.is_settled
