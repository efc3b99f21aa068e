"""A database in memory that begins where the same migrations led to in a run before: they take many seconds.

Only on SQLite, and only for the database of the tests: those that prepare an installation play the migrations.
"""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.signals import connection_created

ROOT = Path(__file__).parents[1]
READ_BY_MIGRATIONS = (
    "src/phares/rooms/*/migrations/*.py",
    "src/phares/rooms/commons/*.py",
    "src/phares/site/settings.py",
)


class Template:
    """The file that holds a migrated database."""

    def __init__(self, folder: Path) -> None:
        read = [path for pattern in READ_BY_MIGRATIONS for path in sorted(ROOT.glob(pattern))]
        told = b"".join(path.read_bytes() for path in [ROOT / "requirements.lock", *read])
        self.path = folder / f"{hashlib.sha256(told).hexdigest()[:16]}.sqlite3"

    def keep(self) -> None:
        """Write the file, whole or not at all."""
        if connection.vendor != "sqlite" or self.path.exists():
            return
        partial = self.path.with_suffix(f".{os.getpid()}")
        connection.ensure_connection()
        with contextlib.closing(sqlite3.connect(partial)) as file:
            connection.connection.backup(file)
        for older in self.path.parent.glob("*.sqlite3"):
            older.unlink(missing_ok=True)
        partial.rename(self.path)

    def fill(self, **opened: Any) -> None:
        """Copy the file into the database in memory that was just opened, where it is still empty."""
        memory = opened["connection"]
        if memory.vendor != "sqlite" or "memory" not in str(memory.settings_dict["NAME"]) or not self.path.exists():
            return
        if memory.connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            with contextlib.closing(sqlite3.connect(self.path)) as file:
                file.backup(memory.connection)


@contextlib.contextmanager
def copied_from(folder: Path) -> Iterator[Template]:
    """Fill the first connection to an empty database in memory."""
    template = Template(folder)
    connection_created.connect(template.fill)
    yield template
    connection_created.disconnect(template.fill)
