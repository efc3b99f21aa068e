"""The room of cooperations as a Django application."""

from django.apps import AppConfig


class CooperationConfig(AppConfig):
    """The room of needs, offers, matches and cooperations."""

    name = "phares.rooms.cooperation"
    label = "cooperation"
