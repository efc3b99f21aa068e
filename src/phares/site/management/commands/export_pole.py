"""Writes a whole pole in one file, for another installation."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.models import Pole
from phares.site.keeping.pole_out import take_pole_out


class Command(BaseCommand):
    """Writes the file, and says what it holds."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pole")
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        pole = Pole.objects.filter(slug=options["pole"]).first()
        if pole is None:
            known = ", ".join(Pole.objects.values_list("slug", flat=True))
            raise CommandError(_("Aucun pôle n’a cette adresse. Ceux d’ici : %(known)s") % {"known": known})
        try:
            rows, lost = take_pole_out(pole, options["file"], timezone.now())
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        self.stdout.write(_("%(pole)s : %(rows)s lignes écrites.") % {"pole": pole.name, "rows": rows})
        if lost:
            raise CommandError(_("Ces fichiers manquent : %(names)s") % {"names": ", ".join(lost)})
