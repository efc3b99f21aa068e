"""Photos of a sheet: the caption, the credit, and the right to show the image."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.models import Attachment
from phares.rooms.publishing.models.sheet import ExperienceSheet


class ImageRight(models.TextChoices):
    """What is known of the right to show the image."""

    ASKED = "asked", _("à demander : l’image n’est pas montrée")
    GRANTED = "granted", _("accordé par les personnes et l’auteur ou l’autrice")
    FREE = "free", _("personne n’est reconnaissable, image libre")


class SheetPhoto(models.Model):
    """A photo with its caption; one whose image was lost, or may not be shown, keeps its caption."""

    sheet = models.ForeignKey(ExperienceSheet, models.CASCADE, related_name="photos")
    image = models.ForeignKey(Attachment, models.SET_NULL, null=True, blank=True, related_name="+")
    caption = models.CharField(max_length=240)
    description = models.CharField(max_length=240, blank=True)
    credit = models.CharField(max_length=120, blank=True)
    right = models.CharField(max_length=8, choices=ImageRight, default=ImageRight.ASKED)
    width = models.PositiveSmallIntegerField(default=0)
    height = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.caption

    @property
    def is_shown(self) -> bool:
        """Say whether the image itself may be shown."""
        return self.image_id is not None and self.right != ImageRight.ASKED
