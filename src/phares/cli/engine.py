"""`phares engine VERB FILE|-`: one computation of the engine, JSON in and JSON out, without the site."""

import argparse
import sys
from pathlib import Path

from phares.cli.words import tell
from phares.engine.contract import VERBS, ContractError, run, schema

MISUSED = 2


def _input(name: str) -> str:
    """Return the text of a file, or of standard input for "-"."""
    return sys.stdin.buffer.read().decode() if name == "-" else Path(name).read_bytes().decode()


def _output(options: argparse.Namespace) -> str:
    """Return the verb's answer, or its schemas."""
    return schema(options.verb) if options.schema else run(options.verb, _input(options.file))


def command(options: argparse.Namespace) -> int:
    """Carry out `phares engine`. A wrong input is one line on standard error, and exit code 2."""
    if options.verb not in VERBS:
        known = ", ".join(sorted(VERBS))
        tell(f"verbe inconnu «\u202f{options.verb}\u202f»\u202f: {known}", f"unknown verb '{options.verb}': {known}")
        return MISUSED
    if not options.schema and options.file is None:
        tell("il manque un fichier JSON, ou -", "a JSON file is missing, or -")
        return MISUSED
    try:
        answer = _output(options)
    except (ContractError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return MISUSED
    except OSError as error:
        tell(f"{options.file} ne s’ouvre pas ({error.strerror})", f"{options.file} cannot be opened ({error.strerror})")
        return MISUSED
    sys.stdout.buffer.write(answer.encode())
    return 0
