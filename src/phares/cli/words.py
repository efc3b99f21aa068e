"""The words of the command line, in French and in English: it must speak before Django, or anything else, is there."""

import os
import sys


def language() -> str:
    """Return "fr" where the system speaks French, "en" elsewhere; PHARES_LANG decides first."""
    names = ("PHARES_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "fr" if said.lower().startswith("fr") else "en"


def say(french: str, english: str) -> str:
    """Return the sentence in the reader's language."""
    return french if language() == "fr" else english


def tell(french: str, english: str) -> None:
    """Print a sentence on standard error, where progress and errors go; standard output is for results."""
    prefix = say("phares\u202f:", "phares:")
    print(prefix, say(french, english), file=sys.stderr, flush=True)
