"""Brings a backup back into an installation where nothing is yet, and compares every row."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from phares.rooms.commons.refusals import Refusal
from phares.site.keeping.restore import bring_back


class Command(BaseCommand):
    """Restores, compares, and says what came back."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            back = bring_back(options["file"])
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        said = {"rows": back.rows, "files": back.files, "day": back.made_at[:16].replace("T", " ")}
        self.stdout.write(
            _("Rétabli et comparé ligne à ligne : %(rows)s lignes, %(files)s fichiers, sauvegardés le %(day)s.") % said
        )
        if back.not_held:
            self.stderr.write(
                _("Ces fichiers manquaient déjà à la sauvegarde : %(names)s") % {"names": ", ".join(back.not_held)}
            )
