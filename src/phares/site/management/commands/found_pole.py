"""Opens the first pole of an installation: its name, the one who coordinates it, and the way in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory import actions
from phares.rooms.directory.actors import job


class Command(BaseCommand):
    """Founds a pole, registers its coordinator, and prints where to enter."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--pole", required=True)
        parser.add_argument("--commune", required=True)
        parser.add_argument("--given-name", required=True)
        parser.add_argument("--family-name", default="")
        parser.add_argument("--email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found(**{name: options[name] for name in ("pole", "commune", "given_name", "family_name", "email")})
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        self.stdout.write(way_in())


@transaction.atomic
def found(*, pole: str, commune: str, given_name: str, family_name: str, email: str) -> None:
    """Do the three acts together."""
    at, by = timezone.now(), job("command line")
    founded = actions.found_pole(slug=slugify(pole)[:40].rstrip("-"), name=pole, commune=commune, by=by, at=at)
    person = actions.register_person(
        pole=founded, given_name=given_name, family_name=family_name, email=email, by=by, at=at
    )
    actions.give_mandate(person=person, pole=founded, role="coordinator", from_on=timezone.localdate(at), by=by, at=at)


def way_in() -> str:
    """Return the address where the coordinator asks for a code by mail and enters."""
    return str(settings.PHARES_PUBLIC_ADDRESS).rstrip("/") + reverse("account_login")
