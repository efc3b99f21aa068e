"""Goals: the seventeen Sustainable Development Goals of the United Nations (in French, ODD)."""

from django.db import models

from phares.rooms.directory.models.reference import Reference


class Goal(Reference):
    """A Sustainable Development Goal (resolution A/RES/70/1, 25 September 2015), known by its number."""

    number = models.PositiveSmallIntegerField(unique=True)

    class Meta(Reference.Meta):
        ordering = ["number"]
