"""Publishing as a Django application."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The room of what everybody may read."""

    name = "phares.rooms.publishing"
    label = "publishing"
