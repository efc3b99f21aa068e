"""A whole pole in one file: its rows, its people, its files, its journal."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.files.storage import default_storage
from django.db import transaction

import phares
from phares.rooms.commons.models import Attachment
from phares.rooms.directory.models import Person, Pole
from phares.site.keeping.archive import Writer, writing
from phares.site.keeping.backup import NotPrepared, file_part, rows_part
from phares.site.keeping.belonging import rows_of
from phares.site.keeping.rows import BATCH, Model, columns, line_of
from phares.site.readiness import migrations_to_run

KIND = "phares-pole"


def take_pole_out(pole: Pole, path: Path, at: datetime) -> tuple[int, list[str]]:
    """Write everything of a pole; return how many rows, and the files that could not be found whole.

    Passwords and passkeys stay: they are between a person and this installation.
    """
    if migrations_to_run():
        raise NotPrepared
    with writing(path) as writer, transaction.atomic():
        rows = rows_of(pole)
        count = sum(
            writer.write_lines(rows_part(model._meta.db_table), _lines(model, sorted(rows[model])))
            for model in sorted(rows, key=lambda model: model._meta.db_table)
        )
        lost = _files(writer, rows.get(Attachment, set()))
        told = {"kind": KIND, "version": phares.__version__, "made_at": at.isoformat(), "pole": pole.slug}
        writer.close({**told, "not_held": lost})
    return count, lost


def _lines(model: Model, numbers: list[int]) -> Iterator[str]:
    """Yield the rows of these numbers, in their order."""
    fields = columns(model)
    names = [field.attname for field in fields]
    for start in range(0, len(numbers), BATCH):
        chosen = model._base_manager.filter(pk__in=numbers[start : start + BATCH]).order_by("pk")
        for values in chosen.values_list(*names):
            yield line_of(fields, _without_way_in(names, values) if model is Person else values)


def _without_way_in(names: list[str], values: tuple[object, ...]) -> list[object]:
    """Return a person without password, and as one who has never entered."""
    emptied = {"password": UNUSABLE_PASSWORD_PREFIX, "last_login": None}
    return [emptied.get(name, value) for name, value in zip(names, values, strict=True)]


def _files(writer: Writer, numbers: set[int]) -> list[str]:
    """Write the files that are as they were brought; return the names of the others."""
    lost = []
    known = Attachment.objects.filter(pk__in=numbers).order_by("file")
    for name, sha256 in known.values_list("file", "sha256").distinct():
        try:
            with default_storage.open(name) as content:
                whole = hashlib.file_digest(content, "sha256").hexdigest() == sha256
                content.seek(0)
                if whole:
                    writer.write_file(file_part(name), content)
        except OSError:
            whole = False
        if not whole:
            lost.append(name)
    return lost
