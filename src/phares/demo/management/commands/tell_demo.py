"""Tells the stories of the two poles, through the acts, in an empty database."""

from typing import Any

from django.core.management.base import BaseCommand

from phares.demo.build import tell_everything


class Command(BaseCommand):
    """Tells everything once."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        tell_everything()
