"""`phares bench NAME`: runs bench/NAME.py, which ends with one JSON line."""

import argparse
import difflib
import json
import subprocess
import sys

from phares.cli.places import PYTHON, ROOT
from phares.cli.supervisor import site_environment
from phares.cli.words import tell

FAILED, MISUSED = 1, 2


def measurements() -> list[str]:
    """Return the names of what can be measured."""
    return sorted(path.stem for path in (ROOT / "bench").glob("[a-z]*.py"))


def _told_as_json(line: str) -> bool:
    """Tell whether a line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def command(options: argparse.Namespace) -> int:
    """Carry out `phares bench`, passing its lines on as they come."""
    if options.name not in measurements():
        near = difflib.get_close_matches(options.name, measurements(), n=1) or measurements()
        tell(
            f"mesure inconnue «\u202f{options.name}\u202f»\u202f; voir\u202f: {', '.join(near)}",
            f"unknown measurement '{options.name}'; see: {', '.join(near)}",
        )
        return MISUSED
    file, last = ROOT / "bench" / f"{options.name}.py", ""
    with subprocess.Popen(
        (PYTHON, str(file), *options.more), env=site_environment(), stdout=subprocess.PIPE, text=True
    ) as child:
        for last in child.stdout or ():
            sys.stdout.write(last)
            sys.stdout.flush()
    if child.returncode == 0 and not _told_as_json(last):
        tell("la mesure ne finit pas par une ligne JSON", "the measurement does not end with a JSON line")
        return FAILED
    return child.returncode
