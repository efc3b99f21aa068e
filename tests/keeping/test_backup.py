"""Backups: one file made while others write, brought back elsewhere and compared; anything else is refused."""

import stat
import uuid
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from keeping.installations import contents, django, manifest, rewritten
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons import due
from phares.rooms.commons.models import Attachment, Backup
from phares.rooms.directory import actions as directory
from phares.rooms.directory.models import Structure
from phares.site.keeping import archive
from phares.site.keeping.backup import back_up
from phares.site.keeping.restore import MadeByAnother, NotEmpty, as_called_now, bring_back
from phares.site.keeping.snapshot import snapshot

pytestmark = pytest.mark.slow


@pytest.fixture
def backup(photo: Attachment, tmp_path: Path, now: datetime) -> Path:
    """A backup of the pole at work."""
    path = tmp_path / "pole.phares"
    assert back_up(path, now).not_held == []
    return path


def brought_back(backup: Path, var: Path, **settings: str) -> Path:
    """Bring a backup back into an empty installation, and make a backup of that one."""
    told = django(var, "restore", str(backup), **settings)
    assert told.returncode == 0, told.stderr
    again = var / "again.phares"
    told = django(var, "backup", str(again), **settings)
    assert told.returncode == 0, told.stderr
    return again


def test_what_comes_back_elsewhere_is_what_was_there_row_by_row_and_file_by_file(backup: Path, tmp_path: Path) -> None:
    again = brought_back(backup, tmp_path / "elsewhere")
    assert contents(again) == contents(backup)
    assert manifest(backup)["parts"]["rows/directory_structure.jsonl"]["size"] > 0


def test_numbers_once_given_are_never_given_again(photo: Attachment, cast: Cast, tmp_path: Path, now: datetime) -> None:
    gone = directory.add_structure(pole=cast.pole, name="Partie", by=CONSOLE, at=now).pk
    Structure.objects.filter(pk=gone).delete()
    back_up(tmp_path / "pole.phares", now)
    again = brought_back(tmp_path / "pole.phares", tmp_path / "elsewhere")
    assert manifest(again)["numbers"]["directory_structure"] == gone


def test_a_backup_goes_from_one_database_to_the_other_and_back(
    backup: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("needs both databases: ./phares test --postgres")
    said = connection.settings_dict
    name = f"back_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(host=said["HOST"], user=said["USER"], dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
    on_sqlite = brought_back(backup, tmp_path / "sqlite")
    address = f"postgres://{said['USER']}@{str(said['HOST']).replace('/', '%2F')}/{name}"
    on_postgresql = brought_back(on_sqlite, tmp_path / "postgresql", PHARES_DATABASE_URL=address)
    assert contents(on_postgresql) == contents(on_sqlite) == contents(backup)


def test_a_backup_shows_one_moment_though_others_go_on_writing(
    several_at_once: Callable[..., Any], snapshots: None, cast: Cast, now: datetime
) -> None:
    with snapshot() as alias:
        before = Structure.objects.using(alias).count()
        directory.add_structure(pole=cast.pole, name="Arrivée pendant ce temps", by=CONSOLE, at=now)
        assert Structure.objects.using(alias).count() == before == Structure.objects.count() - 1


def test_a_backup_is_read_by_its_owner_alone_and_leaves_nothing_half_done(
    backup: Path, tmp_path: Path, now: datetime
) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with pytest.raises(archive.FileExists):
        back_up(backup, now)
    with pytest.raises(archive.CannotWrite):
        back_up(tmp_path / "nowhere" / "pole.phares", now)
    assert Backup.objects.count() == 1
    assert not list(tmp_path.glob(".*.partial"))


def test_what_is_not_a_whole_backup_is_refused_before_anything_is_written(backup: Path, tmp_path: Path) -> None:
    for part in ("rows/directory_structure.jsonl", "rows/commons_journalentry.jsonl", "attachments"):
        name = next(name for name in zipfile.ZipFile(backup).namelist() if name.startswith(part))
        with pytest.raises(archive.ArchiveAltered):
            bring_back(rewritten(backup, tmp_path / "one letter", name, lambda old: old.replace(old[5:6], b"~", 1)))
    for length in (0, 1, 100, 5_000, -1):
        (tmp_path / "cut").write_bytes(backup.read_bytes()[:length])
        with pytest.raises(archive.NotAnArchive):
            bring_back(tmp_path / "cut")
    newer = rewritten(backup, tmp_path / "newer", "manifest.json", lambda text: text.replace(b"0003_act", b"9999_act"))
    with pytest.raises(MadeByAnother):
        bring_back(newer)
    with pytest.raises(NotEmpty):
        bring_back(backup)
    with zipfile.ZipFile(backup, "a") as more:
        more.writestr("attachments/../../secret-key", b"mine")
    told = django(tmp_path / "elsewhere", "restore", str(backup))
    assert (told.returncode, "a été altéré" in told.stderr) == (1, True)
    assert not (tmp_path / "elsewhere" / "phares.sqlite3").exists()


def test_a_file_that_is_gone_or_changed_is_named_and_not_kept_silently(
    photo: Attachment, store: Path, tmp_path: Path, now: datetime
) -> None:
    Path(photo.file.path).write_bytes(b"something else")
    assert back_up(tmp_path / "changed.phares", now).not_held == [photo.file.name]
    Path(photo.file.path).unlink()
    assert back_up(tmp_path / "gone.phares", now).not_held == [photo.file.name]


def test_the_last_backup_is_read_back_by_itself_each_day(
    backup: Path, now: datetime, run_tasks: Callable[[], int]
) -> None:
    due.run_due(now + timedelta(minutes=2))
    assert run_tasks() == 1
    kept = Backup.objects.get()
    assert (kept.trouble, kept.tested_at is not None) == ("", True)
    due.run_due(now + timedelta(minutes=10))
    assert run_tasks() == 0
    backup.write_bytes(backup.read_bytes()[:-1])
    due.run_due(now + timedelta(days=1, hours=1))
    run_tasks()
    kept.refresh_from_db()
    assert "a changé" in kept.trouble
    backup.unlink()
    due.run_due(kept.tested_at + timedelta(days=1, hours=1))  # type: ignore[operator]
    run_tasks()
    kept.refresh_from_db()
    assert "n’est plus là" in kept.trouble


def test_a_backup_made_before_the_tables_came_together_is_still_known() -> None:
    known = MigrationLoader(None).disk_migrations
    before = {older for migration in known.values() for older in migration.replaces}
    assert ("cooperation", "0004_together") in before - known.keys()
    assert as_called_now(before, known) <= known.keys()
    assert not as_called_now(before - {("cooperation", "0004_together")}, known) <= known.keys()
