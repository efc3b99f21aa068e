"""The demonstration as a Django application."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Two poles to try Phares with."""

    name = "phares.demo"
    label = "demo"
