"""Funding as a Django application."""

from django.apps import AppConfig


class FundingConfig(AppConfig):
    """The room of calls and of the money that follows."""

    name = "phares.rooms.funding"
    label = "funding"
