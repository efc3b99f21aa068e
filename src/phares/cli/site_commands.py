"""The commands that Django carries out inside the site, from `worker` to `import`."""

import argparse
import os

import django
from django.core.management import CommandError, call_command
from django.utils import translation

from phares.cli.words import language, tell

FOUNDING = ("pole", "commune", "given_name", "family_name", "email")


def _calls(options: argparse.Namespace) -> tuple[list[str], dict[str, object]]:
    """Return the arguments and options of the Django command behind ours."""
    match options.command:
        case "worker":
            return ["db_worker"], {"queue_name": "*", "startup_delay": False}
        case "tick":
            return ["tick"], {}
        case "found":
            return ["found_pole"], {name: getattr(options, name) for name in FOUNDING}
        case "backup" | "restore":
            return [options.command, options.file], {}
        case "export":
            return ["export_pole", options.pole, options.file], {}
        case "import":
            return _brings(options)
        case "doctor":
            return ["examine"], {}
        case _:
            return ["prepare"], {}


def _brings(options: argparse.Namespace) -> tuple[list[str], dict[str, object]]:
    """Return what brings in a whole pole, or one sheet."""
    if options.what == "fiche":
        return ["import_sheet", options.file], {"pole": options.pole, "publisher": options.publisher}
    return ["import_pole", options.file], {"slug": options.slug}


def command(options: argparse.Namespace) -> int:
    """Set Django up and call its command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phares.site.settings")
    django.setup()
    translation.activate(language())
    names, details = _calls(options)
    try:
        call_command(*names, **details)
    except CommandError as error:
        tell(str(error), str(error))
        return 1
    return 0
