"""What a scene wrote, written again as it was: a process tells each scene through the acts once.

Only where nobody has acted yet: a test that begins otherwise has its scene told through the acts.
"""

import pickle
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import timezone

from phares.rooms.commons.models import JournalEntry

FRESH = timedelta(minutes=50)
Rows = dict[str, Counter[tuple[Any, ...]]]


class Memory(NamedTuple):
    """What a telling added and returned, and its moment."""

    at: datetime
    rows: Rows
    files: dict[Path, bytes]
    returned: bytes

    def serves(self, at: datetime) -> bool:
        """Tell whether a scene of this moment would be the same: that of a little earlier, on the same day."""
        same_day = timezone.localdate(self.at) == timezone.localdate(at)
        return same_day and self.at <= at <= self.at + FRESH


_memories: dict[str, Memory] = {}


def told(name: str, tell: Callable[[], Any], *, at: datetime, store: Path | None = None) -> Any:
    """Return what `tell` returns, in a database and a store of files that hold what it writes."""
    if JournalEntry.objects.exists():
        return tell()
    if name in _memories and _memories[name].serves(at):
        _write(_memories[name].rows)
        for path, content in _memories[name].files.items():
            written = (store or Path()) / path
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(content)
    else:
        before = _rows()
        returned = tell()
        _memories[name] = Memory(at, _added(before, _rows()), _files(store), pickle.dumps(returned))
    return pickle.loads(_memories[name].returned)  # noqa: S301 (we wrote it)


def _rows() -> Rows:
    with connection.cursor() as cursor:
        found = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (our table)
            found[table] = Counter(cursor.fetchall())
        return found


def _added(before: Rows, after: Rows) -> Rows:
    """Return the rows added; a scene that changed a row of before could not be written again."""
    assert not [table for table in before if before[table] - after[table]]
    return {table: added for table, rows in after.items() if (added := rows - before[table])}


def _files(store: Path | None) -> dict[Path, bytes]:
    found = [path for path in store.rglob("*") if path.is_file()] if store else []
    return {path.relative_to(store or ""): path.read_bytes() for path in found}


WATCHED = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%BEFORE INSERT%'",
    "postgresql": "SELECT event_object_table FROM information_schema.triggers WHERE event_manipulation = 'INSERT'",
}


def _write(rows: Rows) -> None:
    """Write the rows, with their own numbers; the numbers given from now on come after them.

    What may not be added to something closed is written before that; keys are looked at when all is there.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(WATCHED[connection.vendor])
        watched = {table for (table,) in cursor.fetchall()}
        for table, added in sorted(rows.items(), key=lambda item: item[0] not in watched):
            name, values = connection.ops.quote_name(table), ", ".join(["%s"] * len(next(iter(added))))
            cursor.executemany(f"INSERT INTO {name} VALUES ({values})", list(added))  # noqa: S608 (our table)
        models = list(connection.introspection.installed_models(list(rows)))
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
