"""Uses: what each cooperation takes of an offer, and what its holder counts out itself."""

from django.db import models
from django.db.models import Q

from phares.rooms.cooperation.models.cooperation import Cooperation
from phares.rooms.cooperation.models.item import Item


class OfferUse(models.Model):
    """A part of an offer that is taken: by a cooperation, or, without one, by what its holder counted itself.

    Below zero where the holder counted that something came back.
    """

    offer = models.ForeignKey(Item, models.CASCADE, related_name="uses")
    cooperation = models.ForeignKey(Cooperation, models.CASCADE, null=True, blank=True, related_name="uses")
    quantity = models.DecimalField(max_digits=10, decimal_places=2)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "cooperation"], name="offer_use_once_per_cooperation"),
            models.CheckConstraint(condition=~Q(quantity=0), name="offer_use_not_nothing"),
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.quantity}"
