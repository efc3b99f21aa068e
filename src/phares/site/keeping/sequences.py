"""The last number given in each table: it is never given again, since the journal keeps bare numbers."""

from typing import Any

from django.db import connections, models

from phares.site.keeping.rows import Model


def _numbered(models_kept: list[Model]) -> list[Model]:
    """Return the models whose keys are numbers that the database gives."""
    return [model for model in models_kept if isinstance(model._meta.pk, models.AutoField | models.BigAutoField)]


def last_numbers(models_kept: list[Model], using: str) -> dict[str, int]:
    """Return the last number given in each table that has given one."""
    read = _READERS[connections[using].vendor]
    with connections[using].cursor() as cursor:
        found = {model._meta.db_table: read(cursor, model) for model in _numbered(models_kept)}
    return {table: number for table, number in found.items() if number}


def set_last_numbers(models_kept: list[Model], numbers: dict[str, int], using: str) -> None:
    """Let each table go on from the number that it had given last."""
    write = _WRITERS[connections[using].vendor]
    with connections[using].cursor() as cursor:
        for model in _numbered(models_kept):
            if number := int(numbers.get(model._meta.db_table, 0)):
                write(cursor, model, number)


def _read_sqlite(cursor: Any, model: Model) -> int:
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
    row = cursor.fetchone()
    return int(row[0]) if row else 0


def _write_sqlite(cursor: Any, model: Model, number: int) -> None:
    cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
    cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [model._meta.db_table, number])


def _sequence(cursor: Any, model: Model) -> str:
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{model._meta.db_table}"', model._meta.pk.column])
    return str(cursor.fetchone()[0])


def _read_postgresql(cursor: Any, model: Model) -> int:
    cursor.execute("SELECT pg_sequence_last_value(%s::regclass)", [_sequence(cursor, model)])
    return int(cursor.fetchone()[0] or 0)


def _write_postgresql(cursor: Any, model: Model, number: int) -> None:
    cursor.execute("SELECT setval(%s::regclass, %s)", [_sequence(cursor, model), number])


_READERS = {"sqlite": _read_sqlite, "postgresql": _read_postgresql}
_WRITERS = {"sqlite": _write_sqlite, "postgresql": _write_postgresql}
