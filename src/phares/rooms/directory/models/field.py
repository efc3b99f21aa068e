"""Activity fields: what a structure works on, as reference data with its source."""

from django.db import models

from phares.rooms.directory.models.reference import Reference
from phares.rooms.directory.models.sector import Sector


class ActivityField(Reference):
    """A field of activity, mapped to a sector of the Labo de l'ESS where one fits."""

    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="fields")

    class Meta(Reference.Meta):
        ordering = ["code"]  # the French name without its accents, which the two databases would sort apart
