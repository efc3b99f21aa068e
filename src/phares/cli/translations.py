"""Holds the English texts to the French ones: none missing, doubtful or said in two ways, each compiled as it is.

`python -m phares.cli.translations` checks; `--extract` compares with the code, and `--write` brings the files up
to date: both need GNU gettext.
"""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from phares.cli.places import PYTHON, SOURCES

PACKAGE = SOURCES / "phares"
# The day of the last reading, and what a text was before: they change without a text changing.
UNSTEADY = re.compile(r'^(?:"POT-Creation-Date:|# \| |#\| ).*\n', re.MULTILINE)


def sources() -> list[Path]:
    """Return the translation files that we write."""
    return sorted(PACKAGE.glob("**/locale/*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """Read one translation file."""
    with path.open("rb") as file:
        return read_po(file)


def compiled(catalog: Catalog) -> bytes:
    """Return what Django reads: the catalog in its binary form, the same bytes whenever it is made."""
    catalog.creation_date = catalog.revision_date  # where a file says none, Babel would write the present minute
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong in one translation file."""
    catalog = read(path)
    for message in catalog:
        forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        if message.id and not all(forms):
            yield f"{path.relative_to(PACKAGE)}: not translated: {message.id!r}"
        if message.id and message.fuzzy:
            yield f"{path.relative_to(PACKAGE)}: doubtful: {message.id!r}"
    binary = path.with_suffix(".mo")
    if not binary.exists() or binary.read_bytes() != compiled(catalog):
        yield f"{binary.relative_to(PACKAGE)}: not compiled from its source"


def said_twice() -> Iterator[str]:
    """Yield the texts that two rooms put into English in two ways: all pages show the first of them."""
    said: dict[object, tuple[object, Path]] = {}
    for path in sources():
        for message in read(path):
            if not message.id:
                continue
            text, first = said.setdefault((message.context, message.id), (message.string, path))
            if text != message.string:
                both = f"{text!r} in {first.relative_to(PACKAGE)}, {message.string!r} in {path.relative_to(PACKAGE)}"
                yield f"{message.id!r} is said in two ways: {both}"


def extract(package: Path) -> None:
    """Let Django write, in the package's translation files, the texts that its code and templates hold now."""
    subprocess.run(
        (PYTHON, "-m", "django", "makemessages", "--locale", "en", "--no-obsolete", "--no-location", "-v0"),
        cwd=package,
        check=True,
        env={**os.environ, "PYTHONPATH": str(package.parent), "DJANGO_SETTINGS_MODULE": "phares.site.settings"},
    )


def texts(path: Path) -> set[object]:
    """Return the texts of a translation file, plurals as their first form."""
    return {message.id[0] if isinstance(message.id, tuple) else message.id for message in read(path)}


def differences() -> Iterator[str]:
    """Yield the texts that the code holds and the translation files do not, and the reverse."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "phares"
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "static"))
        extract(copy)
        for path in sources():
            held, found = texts(path), texts(copy / path.relative_to(PACKAGE))
            yield from (f"in the code and not in {path.name}: {text!r}" for text in sorted(found - held, key=str))
            yield from (f"in {path.name} and no more in the code: {text!r}" for text in sorted(held - found, key=str))


def write() -> None:
    """Bring the translation files up to date with the code, and compile them."""
    extract(PACKAGE)
    for path in sources():
        path.write_text(UNSTEADY.sub("", path.read_text()))
        path.with_suffix(".mo").write_bytes(compiled(read(path)))


def main() -> int:
    """Check or write, and return 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m phares.cli.translations", description=__doc__)
    parser.add_argument("--extract", action="store_true", help="compare with the code")
    parser.add_argument("--write", action="store_true", help="bring the files up to date")
    options = parser.parse_args()
    if options.write:
        write()
    found = (
        list(differences())
        if options.extract
        else [*said_twice(), *(one for path in sources() for one in faults(path))]
    )
    if not sources():
        found.append("no translation file")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
