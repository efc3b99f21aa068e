"""Makes one file of the whole installation, while others go on working."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.refusals import Refusal
from phares.site.keeping.backup import back_up


class Command(BaseCommand):
    """Writes the file, and says what it holds and what it could not hold."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = back_up(options["file"], timezone.now())
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        said = {"rows": made.backup.rows, "files": made.backup.files, "sha256": made.backup.sha256}
        self.stdout.write(_("%(rows)s lignes et %(files)s fichiers sauvegardés. SHA-256 : %(sha256)s") % said)
        if made.not_held:
            raise CommandError(
                _("Ces fichiers manquent sur le disque ou ont changé, la sauvegarde ne les a pas : %(names)s")
                % {"names": ", ".join(made.not_held)}
            )
