"""The commons as a Django application."""

from django.apps import AppConfig


class CommonsConfig(AppConfig):
    """The room that every other room may use."""

    name = "phares.rooms.commons"
    label = "commons"

    def ready(self) -> None:
        from phares.rooms.commons.plurals import count_in_french

        count_in_french()
