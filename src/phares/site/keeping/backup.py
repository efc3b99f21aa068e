"""Making a backup: every table as it was at one moment, and the files people brought, in one file."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext_lazy as _

import phares
from phares.rooms.commons import due
from phares.rooms.commons.models import Attachment, Backup
from phares.rooms.commons.refusals import Refusal
from phares.site.keeping.archive import Writer, writing
from phares.site.keeping.rows import kept_models, lines_in
from phares.site.keeping.sequences import last_numbers
from phares.site.keeping.snapshot import snapshot
from phares.site.readiness import migrations_to_run

KIND = "phares-backup"
TEST_BACKUP = "test_backup"
TESTED_AFTER = timedelta(minutes=1)


class NotPrepared(Refusal):
    """The tables are not those of this version."""

    sentence = _("La base n’est pas celle de cette version : lancez d’abord « phares migrate ».")


@dataclass(frozen=True)
class Made:
    """A backup that was made, and the files that it could not hold: missing, or other than what was brought."""

    backup: Backup
    not_held: list[str]


def back_up(path: Path, at: datetime) -> Made:
    """Write one file that holds the whole installation, while others go on writing; note it, and when to test it."""
    if migrations_to_run():
        raise NotPrepared
    with writing(path) as writer, snapshot() as alias:
        rows = sum(_write_tables(writer, alias))
        held, not_held = _write_files(writer, alias)
        writer.close(_manifest(alias, at, not_held))
    backup = Backup.objects.create(
        path=str(path.resolve()), size=path.stat().st_size, sha256=sha256_of(path), rows=rows, files=held, made_at=at
    )
    due.schedule(TEST_BACKUP, backup.pk, at + TESTED_AFTER)
    return Made(backup, not_held)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def rows_part(table: str) -> str:
    """Return where an archive keeps the rows of a table."""
    return f"rows/{table}.jsonl"


def file_part(name: str) -> str:
    """Return where an archive keeps a file that somebody brought."""
    return f"attachments/{name}"


def _write_tables(writer: Writer, alias: str) -> Iterator[int]:
    """Write every table; yield how many rows each has."""
    for model in kept_models(apps):
        yield writer.write_lines(rows_part(model._meta.db_table), lines_in(model, alias))


def _write_files(writer: Writer, alias: str) -> tuple[int, list[str]]:
    """Write each file that is as it was brought; return how many, and the names of those that are not."""
    held, not_held = 0, []
    known = Attachment.objects.using(alias).order_by("file").values_list("file", "sha256").distinct()
    for name, sha256 in known.iterator():
        try:
            with default_storage.open(name) as content:
                if hashlib.file_digest(content, "sha256").hexdigest() != sha256:
                    not_held.append(name)
                    continue
                content.seek(0)
                writer.write_file(file_part(name), content)
                held += 1
        except OSError:
            not_held.append(name)
    return held, not_held


def _manifest(alias: str, at: datetime, not_held: list[str]) -> dict[str, Any]:
    """Return what an archive says of itself."""
    applied = MigrationRecorder(connections[alias]).applied_migrations()
    return {
        "kind": KIND,
        "version": phares.__version__,
        "made_at": at.isoformat(),
        "migrations": sorted(applied),
        "numbers": last_numbers(kept_models(apps), alias),
        "not_held": not_held,
    }
