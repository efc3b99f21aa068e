"""The bourse: what is brought to a gathering, and what is signed there."""

from django.conf import settings
from django.db import models

from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.cooperation.models.item import Item
from phares.rooms.directory.models import Gathering


class ItemBrought(models.Model):
    """A need or an offer brought to a bourse, beforehand or on a card filled in there."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="items_brought")
    item = models.ForeignKey(Item, models.PROTECT, related_name="brought_to")
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ["brought_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["gathering", "item"], name="item_brought_once")]

    def __str__(self) -> str:
        return f"{self.gathering_id} {self.item_id}"


class BourseSigning(models.Model):
    """An agreement signed at a bourse, by those who were there."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="signings")
    cooperation = models.OneToOneField(Cooperation, models.PROTECT, related_name="bourse_signing")
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.gathering_id} {self.cooperation_id}"
