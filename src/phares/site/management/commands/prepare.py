"""Prepares what the site stands on: the database's tables, the cache's, counts kept beside, static files as served."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from phares.rooms.publishing.index_counting import count_everything_again
from phares.site.readiness import missing, static_fingerprint, static_record


class Command(BaseCommand):
    """Prepares, or with --check says what is still to prepare and fails if there is anything."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing, say what is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            lacking = missing()
            self.stdout.write("\n".join(lacking), ending="\n" if lacking else "")
            raise SystemExit(bool(lacking))
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("createcachetable", verbosity=0)
        count_everything_again()
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        if not settings.DEMO:  # the demo serves them where they lie
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)
            static_record().write_text(static_fingerprint())
