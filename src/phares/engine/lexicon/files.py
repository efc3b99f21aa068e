"""Reads the reference files that ship inside the package: the one input the engine is allowed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from importlib.resources import files

PACKAGE = "phares.engine.lexicon"


def lines(name: str) -> list[str]:
    """The lines of one reference file."""
    return files(PACKAGE).joinpath(name).read_text(encoding="utf-8").splitlines()


def rows(name: str, columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows of one CSV file, which must have exactly these columns."""
    read = csv.reader(lines(name))
    if tuple(next(read)) != tuple(columns):
        raise ValueError(f"{name}: its columns are not {', '.join(columns)}")
    return read


def names(folder: str, ending: str) -> list[str]:
    """The files of a folder of the package, by name."""
    held = (entry.name for entry in files(PACKAGE).joinpath(folder).iterdir())
    return sorted(f"{folder}/{name}" for name in held if name.endswith(ending))
