"""A pole at work, with a file that somebody brought, in a database that other processes see."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.backends.base.base import BaseDatabaseWrapper

from house.scene import PNG
from phares.demo.cast import Cast
from phares.rooms.commons.attachments import keep_attachment
from phares.rooms.commons.models import Attachment
from rooms.conftest import a_copy_of_the_database, cast, client_as, now, several_at_once

__all__ = ["a_copy_of_the_database", "cast", "client_as", "now", "photo", "several_at_once", "snapshots", "store"]


@pytest.fixture
def snapshots() -> Iterator[None]:
    """Let the snapshot open its own connection, which Django's tests refuse to any name but the default's."""
    shut = BaseDatabaseWrapper.ensure_connection

    def ensure_connection(self: BaseDatabaseWrapper) -> None:
        if self.connection is None:
            with self.wrap_database_errors:
                self.connect()

    BaseDatabaseWrapper.ensure_connection = ensure_connection  # type: ignore[method-assign]
    yield
    BaseDatabaseWrapper.ensure_connection = shut  # type: ignore[method-assign]


@pytest.fixture
def store(settings: Any, tmp_path: Path) -> Path:
    """A private store of its own."""
    folder = tmp_path / "store"
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**settings.STORAGES, "default": kept}
    return folder


@pytest.fixture
def photo(several_at_once: Callable[..., Any], snapshots: None, cast: Cast, store: Path, now: datetime) -> Attachment:
    """The small cast at work, and a photo that Nour brought."""
    return keep_attachment(SimpleUploadedFile("photo.png", PNG, "image/png"), by=cast.actor("nour"), at=now)
