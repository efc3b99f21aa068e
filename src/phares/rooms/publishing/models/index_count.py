"""Index counts: to how many published sheets a word, a place, a year or a rubric leads, kept beside them."""

from django.db import models

from phares.rooms.directory.models import Pole
from phares.rooms.publishing.models.publisher import Publisher


class IndexBy(models.TextChoices):
    """By what an index of sheets is read."""

    SHEET = "sheet"
    RUBRIC = "rubric"
    KEYWORD = "keyword"
    TAG = "tag"
    COMMUNE = "commune"
    YEAR = "year"


class IndexCount(models.Model):
    """How many sheets of a pole and a publisher, of those that are out, bear one value.

    What an index shows is read from here, so that it takes as long with ten times as many sheets. `index_counting`
    writes these rows anew whenever a sheet goes out, is taken back or is filed elsewhere. Who may see a sheet is no
    part of them: those kept back from a reader are taken off as the page is made.
    """

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="+")
    publisher = models.ForeignKey(Publisher, models.CASCADE, related_name="+")
    by = models.CharField(max_length=8, choices=IndexBy)
    value = models.CharField(max_length=80, blank=True)
    words = models.CharField(max_length=80, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["pole", "by", "value", "publisher"], name="index_count_once")]

    def __str__(self) -> str:
        return f"{self.value} ({self.count})"
