"""What is still missing before this installation may serve: tables, columns, or the static files of this version."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

STATIC_FILES = "static files"


def static_fingerprint() -> str:
    """Return a digest of every static file's path, size and time: another one means that they changed."""
    found = sorted(
        (name, storage.size(name), storage.get_modified_time(name).timestamp())
        for finder in get_finders()
        for name, storage in finder.list([])
    )
    return hashlib.sha256(repr(found).encode()).hexdigest()


def static_record() -> Path:
    """Return the file that keeps the fingerprint of what was last collected."""
    return Path(settings.STATIC_ROOT) / "fingerprint"


def migrations_to_run() -> list[str]:
    """Return the migrations that `phares migrate` would still run; a database that does not answer raises its error."""
    executor = MigrationExecutor(connection)
    return [str(migration) for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def missing() -> list[str]:
    """Return one line for each thing that `phares migrate` would still do; nothing means ready."""
    lacking = []
    try:
        plan = migrations_to_run()
        lacking += [f"{len(plan)} migrations, from {plan[0]} on"] if plan else []
        if settings.CACHES["default"]["LOCATION"] not in connection.introspection.table_names():
            lacking.append("cache table")
    except DatabaseError as error:
        return [f"database: {error}"]
    record = static_record()
    if not settings.DEMO and (not record.exists() or record.read_text() != static_fingerprint()):
        lacking.append(STATIC_FILES)
    return lacking
