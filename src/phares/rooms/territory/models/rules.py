"""Listening rules: what a pole chooses for its cards, its posters and what it keeps of those who speak."""

from typing import Any

from django.db import models

from phares.rooms.directory.models import Pole

FEWEST_LANGUAGES = 3


def usual_languages() -> list[str]:
    """Return the languages of the cards until the pole chooses its own."""
    return ["fr", "en", "pt"]


class ListeningRules(models.Model):
    """The languages of posters and cards, how long a contact is kept, the count under which none is shown."""

    pole = models.OneToOneField(Pole, models.CASCADE, related_name="listening_rules")
    languages = models.JSONField(default=usual_languages)
    contact_months = models.PositiveSmallIntegerField(default=12)
    smallest_count = models.PositiveSmallIntegerField(default=5)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contact_months__gte=1, contact_months__lte=36, smallest_count__gte=2),
                name="listening_rules_within_bounds",
            )
        ]

    def __str__(self) -> str:
        return str(self.pole)


def rules_of(pole: Any) -> ListeningRules:
    """Return what the pole chose, or the usual rules where it chose nothing; nothing is written."""
    return ListeningRules.objects.filter(pole=pole).first() or ListeningRules(pole=pole)
