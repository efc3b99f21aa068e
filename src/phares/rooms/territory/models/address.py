"""Addresses: what the pole brought in a list, so that one typed on a card finds its place."""

from django.db import models

from phares.rooms.directory.models import Pole
from phares.rooms.territory.models.district import District


class Address(models.Model):
    """An address of the territory and where it stands; `plain` is how it is looked for: small letters, no accents."""

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="addresses")
    label = models.CharField(max_length=140)
    plain = models.CharField(max_length=140)
    latitude = models.FloatField()
    longitude = models.FloatField()
    district = models.ForeignKey(District, models.SET_NULL, null=True, blank=True, related_name="addresses")
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["plain", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["pole", "plain"], name="address_once"),
            models.CheckConstraint(
                condition=models.Q(latitude__gte=-90, latitude__lte=90, longitude__gte=-180, longitude__lte=180),
                name="address_on_earth",
            ),
        ]

    def __str__(self) -> str:
        return self.label
