"""The database's own rules on changes sleep while rows that were allowed once are written again, and wake after."""

import contextlib
from collections.abc import Iterator
from typing import Any

from django.db import connection

from phares.site.keeping.rows import Model


@contextlib.contextmanager
def triggers_asleep(models: list[Model]) -> Iterator[None]:
    """Write the rows of a closed account, say, in any order; to be used inside a transaction, which also undoes this.

    What holds for every row at all times (constraints, keys) stays awake.
    """
    with connection.cursor() as cursor:
        wake = _PUT_TO_SLEEP[connection.vendor](cursor, [model._meta.db_table for model in models])
        yield
        for statement in wake:
            cursor.execute(statement)


def _sqlite(cursor: Any, tables: list[str]) -> list[str]:
    """Take the triggers away; return what makes them anew."""
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    known = [(name, sql) for name, table, sql in cursor.fetchall() if table in tables]
    for name, _sql in known:
        cursor.execute(f'DROP TRIGGER "{name}"')
    return [sql for _name, sql in known]


def _postgresql(cursor: Any, tables: list[str]) -> list[str]:
    """Switch the triggers off; return what switches them on.

    PostgreSQL alters no table while keys written in the same transaction still wait to be verified: they are, first.
    """
    for statement in _VERIFY:
        cursor.execute(statement)
    for table in tables:
        cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    return [*_VERIFY, *(f'ALTER TABLE "{table}" ENABLE TRIGGER USER' for table in tables)]


_VERIFY = ("SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED")
_PUT_TO_SLEEP = {"sqlite": _sqlite, "postgresql": _postgresql}
