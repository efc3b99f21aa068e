"""Reviews: each of those whom a sheet quotes says whether it may go out so."""

from django.conf import settings
from django.db import models

from phares.rooms.directory.models import Held
from phares.rooms.directory.models.held import one_holder
from phares.rooms.publishing.models.sheet import ExperienceSheet


class SheetReview(Held):
    """What a structure, a group or a resident quoted in a sheet answers; a changed word asks again."""

    sheet = models.ForeignKey(ExperienceSheet, models.CASCADE, related_name="reviews")
    asked_at = models.DateTimeField()
    accepted = models.BooleanField(null=True)
    word = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_holder("review_one_holder"),
            models.UniqueConstraint(fields=["sheet", "structure"], name="review_structure_once"),
            models.UniqueConstraint(fields=["sheet", "group"], name="review_group_once"),
            models.UniqueConstraint(fields=["sheet", "resident"], name="review_resident_once"),
        ]

    def __str__(self) -> str:
        return f"{self.holder}"
