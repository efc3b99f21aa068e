"""Bringing a backup back: into an installation where nothing is yet, and compared row by row before it counts."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.refusals import Refusal
from phares.rooms.directory.models import Person, Pole
from phares.site.keeping.archive import ArchiveAltered, Reader, reading, safe_name
from phares.site.keeping.backup import KIND, rows_part
from phares.site.keeping.rows import BATCH, Model, columns, kept_models, line_of, row_from
from phares.site.keeping.sequences import set_last_numbers
from phares.site.keeping.triggers import triggers_asleep

ALIAS = "default"
FILES = "attachments/"


class NotEmpty(Refusal):
    """Somebody works in the installation already."""

    sentence = _(
        "Cette installation contient déjà un pôle ou des personnes : "
        "rétablissez la sauvegarde dans un dossier et une base vides."
    )


class MadeByAnother(Refusal):
    """The backup was made by a version that this one does not know."""

    sentence = _("Cette sauvegarde vient d’une version plus récente de Phares : mettez d’abord Phares à jour.")


class NotTheSame(Refusal):
    """What was written in the database is not what the file tells."""

    sentence = _("Ce qui a été rétabli diffère de la sauvegarde : rien n’a été gardé.")


@dataclass(frozen=True)
class BroughtBack:
    """What a backup brought back, compared row by row and file by file."""

    made_at: str
    rows: int
    files: int
    not_held: list[str]


def bring_back(path: Path) -> BroughtBack:
    """Bring the installation of a backup back here, where nothing is yet; all of it, compared, or nothing."""
    with reading(path, KIND) as reader:
        manifest = reader.manifest
        apps = _tables_of(manifest["migrations"])
        kept: list[Path] = []
        try:
            files = _bring_files(reader, kept)
            with transaction.atomic():
                rows = _bring_rows(reader, kept_models(apps))
        except BaseException:
            for file in kept:
                file.unlink(missing_ok=True)
            raise
    call_command("migrate", interactive=False, verbosity=0)  # a backup of an older version grows up here
    call_command("createcachetable", verbosity=0)
    return BroughtBack(manifest["made_at"], rows, files, manifest["not_held"])


def _tables_of(applied: list[list[str]]) -> Any:
    """Make the tables as the backup knew them, and return their models; refuse where somebody works already."""
    loader = MigrationExecutor(connection).loader
    wanted = as_called_now({(app, name) for app, name in applied}, loader.disk_migrations)
    if not wanted <= loader.disk_migrations.keys():
        raise MadeByAnother
    if _somebody_is_here():
        raise NotEmpty
    nodes = loader.graph.node_map
    last = [key for key in wanted if not any(child.key in wanted for child in nodes[key].children)]
    MigrationExecutor(connection).migrate(last)
    return loader.project_state(last).apps


def as_called_now(applied: set[tuple[str, str]], known: dict[tuple[str, str], Any]) -> set[tuple[str, str]]:
    """Name those that were brought together since by the one that stands for them."""
    for key, migration in known.items():
        if migration.replaces and applied.issuperset(migration.replaces):
            applied = applied.difference(migration.replaces) | {key}
    return applied


def _somebody_is_here() -> bool:
    """Say whether the installation holds a pole or a person."""
    tables = connection.introspection.table_names()
    return any(model._meta.db_table in tables and model._base_manager.exists() for model in (Pole, Person))


def _bring_files(reader: Reader, kept: list[Path]) -> int:
    """Write the files people brought where they were."""
    names = [name for name in reader.manifest["parts"] if name.startswith(FILES)]
    for name in names:
        target = Path(default_storage.path(safe_name(name.removeprefix(FILES))))
        target.parent.mkdir(parents=True, exist_ok=True)
        with reader.open(name) as content, target.open("xb") as file:
            kept.append(target)
            while chunk := content.read(1 << 20):
                file.write(chunk)
    return len(names)


def _bring_rows(reader: Reader, models: list[Model]) -> int:
    """Write every row, then compare every row; return how many."""
    parts = {rows_part(model._meta.db_table): model for model in models}
    if set(parts) != {name for name in reader.manifest["parts"] if not name.startswith(FILES)}:
        raise ArchiveAltered
    with triggers_asleep(models):
        _empty(models)
        for name, model in parts.items():
            for lines in _batches(reader.lines(name)):
                _write(model, lines)
    set_last_numbers(models, reader.manifest["numbers"], ALIAS)
    connection.check_constraints()
    return sum(_compared(reader, name, model) for name, model in parts.items())


def _empty(models: list[Model]) -> None:
    """Take away what the migrations themselves have sown: the backup has its own."""
    for model in models:
        if model._base_manager.exists():
            model._base_manager.all()._raw_delete(ALIAS)


def _batches(lines: Iterator[str]) -> Iterator[list[str]]:
    """Yield lines by the batch."""
    while batch := list(itertools.islice(lines, BATCH)):
        yield batch


def _write(model: Model, lines: list[str]) -> None:
    """Write rows as they are told, the moments at which they were written included."""
    for field in columns(model):
        for stamp in ("auto_now", "auto_now_add"):
            if getattr(field, stamp, False):
                setattr(field, stamp, False)
    try:
        model._base_manager.bulk_create([row_from(model, line) for line in lines], batch_size=BATCH)
    except (KeyError, TypeError, ValueError, DatabaseError) as error:
        raise ArchiveAltered from error


def _compared(reader: Reader, name: str, model: Model) -> int:
    """Compare each row of the table with the line that tells it; return how many there are."""
    fields, count = columns(model), 0
    names = [field.attname for field in fields]
    for lines in _batches(reader.lines(name)):
        keys = [row_from(model, line).pk for line in lines]
        found = model._base_manager.filter(pk__in=keys).values_list(*names)
        if {line_of(fields, values) for values in found} != set(lines):
            raise NotTheSame
        count += len(lines)
    if model._base_manager.count() != count:
        raise NotTheSame
    return count
