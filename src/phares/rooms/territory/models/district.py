"""Districts: the parts of a territory, as the pole draws or brings them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory.models import Pole


class DistrictKind(models.TextChoices):
    """What kind of part it is."""

    DISTRICT = "district", _("quartier")
    QPV = "qpv", _("quartier prioritaire (QPV)")
    IRIS = "iris", _("îlot statistique (IRIS)")
    COMMUNE = "commune", _("commune")


class District(models.Model):
    """A part of the territory: its name, its outline as longitude and latitude, and where the outline comes from.

    `rings` are closed lines of [longitude, latitude]; a drawn outline is no survey, and says so.
    """

    pole = models.ForeignKey(Pole, models.CASCADE, related_name="districts")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=10, choices=DistrictKind, default=DistrictKind.DISTRICT)
    rings = models.JSONField(default=list)
    is_drawn = models.BooleanField(default=False)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["pole", "name"], name="district_named_once")]

    def __str__(self) -> str:
        return self.name
