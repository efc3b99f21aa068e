"""A still picture of the database while the server goes on: every table as it was at one and the same moment."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection, connections, transaction

ALIAS = "snapshot"


@contextlib.contextmanager
def another_connection(**settings: Any) -> Iterator[str]:
    """Open, under a name of its own, one more connection made as the usual one but for these settings."""
    connections.settings[ALIAS] = {**connection.settings_dict, **settings}
    try:
        yield ALIAS
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.settings[ALIAS]


@contextlib.contextmanager
def snapshot() -> Iterator[str]:
    """Yield the name of a connection that sees one moment: SQLite's own online copy, or a repeatable read."""
    if connection.vendor == "sqlite":
        with tempfile.TemporaryDirectory(prefix="phares-snapshot-") as folder:
            copy = Path(folder) / "copy.sqlite3"
            copy_online(copy)
            with another_connection(NAME=str(copy)) as alias:
                yield alias
        return
    with another_connection(OPTIONS={}) as alias, transaction.atomic(using=alias):
        with connections[alias].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield alias


def copy_online(target: Path) -> None:
    """Copy the SQLite database page by page by its own backup interface, which lets writers go on."""
    connection.ensure_connection()
    with contextlib.closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy)
