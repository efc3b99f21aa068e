"""The directory as a Django application."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The room of structures and people."""

    name = "phares.rooms.directory"
    label = "directory"
