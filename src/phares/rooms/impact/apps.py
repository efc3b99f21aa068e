"""Impact as a Django application."""

from django.apps import AppConfig


class ImpactConfig(AppConfig):
    """The room of what lasts."""

    name = "phares.rooms.impact"
    label = "impact"
