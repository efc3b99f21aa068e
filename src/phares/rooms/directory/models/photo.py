"""Photos of structures: drawn anew from what was brought, with their words and their author."""

from django.db import models

from phares.rooms.commons.models import Attachment
from phares.rooms.directory.models.structure import Structure


class Photo(models.Model):
    """A picture that a structure shows: its alternative text says what is seen, its credit who took it."""

    structure = models.ForeignKey(Structure, models.CASCADE, related_name="photos")
    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="+")
    alternative_text = models.CharField(max_length=240)
    caption = models.CharField(max_length=240, blank=True)
    credit = models.CharField(max_length=120)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.alternative_text
