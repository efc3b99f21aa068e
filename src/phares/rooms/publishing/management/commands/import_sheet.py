"""Reads in a sheet that was published elsewhere, by the same act as the screen."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.actors import job
from phares.rooms.directory.models import Pole
from phares.rooms.publishing import actions
from phares.rooms.publishing.models import ExperienceSheet
from phares.rooms.publishing.models.line import Landing
from phares.rooms.publishing.sheet_files import LARGEST, FileTooLong


class Command(BaseCommand):
    """Reads the file, and says where its lines went and where to look at them."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--pole", default="")
        parser.add_argument("--publisher", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sheet = actions.import_sheet(
                pole=pole_named(options["pole"]),
                content=content_of(options["file"]),
                publisher=options["publisher"],
                by=job("command line"),
                at=timezone.now(),
            )
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        self.stdout.write("\n".join(told(sheet)))


def pole_named(slug: str) -> Pole:
    """Return the pole of this name, or the only one there is."""
    poles = Pole.objects.filter(slug=slug) if slug else Pole.objects.all()
    try:
        return poles.get()
    except Pole.DoesNotExist:
        raise CommandError(_("Aucun pôle de ce nom ici.")) from None
    except Pole.MultipleObjectsReturned:
        names = ", ".join(poles.order_by("slug").values_list("slug", flat=True))
        raise CommandError(_("Dites dans quel pôle, avec --pole : %(names)s.") % {"names": names}) from None


def content_of(file: Path) -> bytes:
    """Return what a file holds, one too large being left unread."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(_("Ce fichier ne s’ouvre pas : %(file)s") % {"file": file}) from error
    if len(content) > LARGEST:
        raise FileTooLong
    return content


def told(sheet: ExperienceSheet) -> list[str]:
    """Return what happened to the lines, and the address where they are looked at."""
    lines = list(sheet.lines.all())
    landed = {landing: sum(line.landing == landing for line in lines) for landing in Landing}
    read = ngettext("%(count)d ligne lue, aucune perdue.", "%(count)d lignes lues, aucune perdue.", len(lines))
    where = ", ".join(f"{landing.label} : {count}" for landing, count in landed.items() if count)
    waiting = sum(line.waits for line in lines)
    doubts = ngettext("%(count)d se lit mal.", "%(count)d se lisent mal.", waiting)
    page = reverse("publishing:sheet_lines", args=[sheet.pole.slug, sheet.pk])
    return [
        f"{read % {'count': len(lines)}} {where}.",
        *([doubts % {"count": waiting}] if waiting else []),
        settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + page,
    ]
