"""Territory as a Django application."""

from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    """The room of what residents say and of what becomes of it."""

    name = "phares.rooms.territory"
    label = "territory"
