"""The doctor: what is well is said so, each thing that breaks is named, and the exit code says which of the two."""

import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from keeping.installations import django
from phares.demo.cast import Cast
from phares.rooms.commons.models import Attachment, Backup
from phares.rooms.commons.pulse import TICK, beat
from phares.site.keeping import check_life, check_place, check_store
from phares.site.keeping.doctor import exit_code
from phares.site.keeping.findings import Finding, State


def states(check: Any, now: datetime) -> list[State]:
    """Return how the things are that a check looked at."""
    return [finding.state for finding in check(now)]


def said(check: Any, now: datetime) -> str:
    """Return what a check says."""
    return " ".join(str(finding.sentence) for finding in check(now))


def test_settings_of_an_open_site_are_asked_for_https_and_its_own_name(settings: Any, now: datetime) -> None:
    settings.PHARES_PUBLIC_ADDRESS, settings.HTTPS = "https://pole.example", True
    settings.ALLOWED_HOSTS = ["pole.example"]
    assert states(check_place.settings_fit, now) == [State.WELL]
    settings.ALLOWED_HOSTS = ["other.example"]
    assert "PHARES_HOSTS" in said(check_place.settings_fit, now)
    settings.PHARES_PUBLIC_ADDRESS = "http://other.example"
    assert "HTTPS" in said(check_place.settings_fit, now)
    settings.PHARES_PUBLIC_ADDRESS = "http://localhost:8000"
    assert states(check_place.settings_fit, now) == [State.WATCH]
    settings.DEBUG = True
    assert State.BROKEN in states(check_place.settings_fit, now)


def test_a_secret_key_that_others_read_is_broken(
    settings: Any, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PHARES_SECRET_KEY")
    settings.VAR = tmp_path
    key = tmp_path / "secret-key"
    key.touch(0o600)
    assert states(check_place.secret_key_is_kept, now) == [State.WELL]
    key.chmod(0o644)
    assert states(check_place.secret_key_is_kept, now) == [State.BROKEN]
    monkeypatch.setenv("PHARES_SECRET_KEY", "short")
    settings.SECRET_KEY = "short"
    assert states(check_place.secret_key_is_kept, now) == [State.BROKEN]


def test_a_disk_that_fills_up_is_said_before_it_is_full(
    settings: Any, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.VAR = tmp_path
    for free, state in ((10**8, State.BROKEN), (10**9, State.WATCH), (10**11, State.WELL)):
        usage = type("Usage", (), {"free": free})
        monkeypatch.setattr(check_place.shutil, "disk_usage", lambda path, usage=usage: usage)
        assert states(check_place.disk_has_room, now) == [state]


def test_mails_that_go_nowhere_are_told_apart_from_a_server_that_does_not_answer(settings: Any, now: datetime) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert states(check_place.mail_goes_out, now) == [State.WATCH]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = closed.getsockname()
        assert states(check_place.mail_goes_out, now) == [State.BROKEN]


@pytest.mark.machine_clock
def test_a_clock_that_went_back_is_noticed_from_the_journal(cast: Cast, now: datetime) -> None:
    assert states(check_life.clock_is_right, now + timedelta(minutes=1)) == [State.WELL]
    assert states(check_life.clock_is_right, now - timedelta(days=1)) == [State.BROKEN]


def test_a_minute_tick_that_stopped_is_broken(db: None, now: datetime) -> None:
    assert states(check_life.tick_is_alive, now) == [State.WATCH]
    beat(TICK, now)
    assert states(check_life.tick_is_alive, now + timedelta(minutes=2)) == [State.WELL]
    assert states(check_life.tick_is_alive, now + timedelta(minutes=5)) == [State.BROKEN]


def test_a_worker_is_alive_when_it_does_what_it_is_given(
    db: None, now: datetime, run_tasks: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_life, "PATIENCE", 0.3)
    assert states(check_life.worker_is_alive, now) == [State.BROKEN]
    run_tasks()
    monkeypatch.setattr(check_life.time, "sleep", lambda seconds: run_tasks())
    assert states(check_life.worker_is_alive, now) == [State.WELL]


@pytest.mark.slow
def test_a_file_that_is_gone_or_changed_is_named(photo: Attachment, now: datetime) -> None:
    assert states(check_store.attachments_are_whole, now) == [State.WELL]
    Path(photo.file.path).write_bytes(b"something else")
    assert photo.file.name in said(check_store.attachments_are_whole, now)
    Path(photo.file.path).unlink()
    assert states(check_store.attachments_are_whole, now) == [State.BROKEN]


def test_a_backup_is_asked_for_and_must_be_fresh_present_and_read_back(db: None, tmp_path: Path, now: datetime) -> None:
    assert states(check_store.backup_is_fresh, now) == [State.WATCH]
    file = tmp_path / "pole.phares"
    file.touch()
    last = Backup.objects.create(path=str(file), size=0, sha256="", rows=0, files=0, made_at=now)
    assert states(check_store.backup_is_fresh, now) == [State.WELL]
    assert "pas été relue" in said(check_store.backup_is_fresh, now + timedelta(days=3))
    assert "sept jours" in said(check_store.backup_is_fresh, now + timedelta(days=8))
    file.unlink()
    assert str(file) in said(check_store.backup_is_fresh, now)
    last.trouble = "illisible"
    last.save()
    assert states(check_store.backup_is_fresh, now) == [State.BROKEN]


@pytest.mark.slow
def test_an_installation_that_was_not_prepared_is_said_to_be_broken(tmp_path: Path) -> None:
    told = django(tmp_path, "examine")
    assert told.returncode == 1
    assert "phares migrate" in told.stdout


def test_the_exit_code_is_that_of_the_worst_finding() -> None:
    fine, watched, lost = (Finding("", state, "") for state in (State.WELL, State.WATCH, State.BROKEN))
    assert [exit_code(found) for found in ([fine], [fine, watched], [watched, lost])] == [0, 3, 1]
