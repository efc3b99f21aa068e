"""Brings in a whole pole that another installation has written."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from phares.rooms.commons.refusals import Refusal
from phares.site.keeping.pole_in import bring_pole_in


class Command(BaseCommand):
    """Reads the file, writes the pole, and says where it is."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--slug", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            pole, rows = bring_pole_in(options["file"], options["slug"])
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        self.stdout.write(
            _("%(pole)s est ici, à l’adresse /%(slug)s/ : %(rows)s lignes.")
            % {"pole": pole.name, "slug": pole.slug, "rows": rows}
        )
