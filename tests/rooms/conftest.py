"""The small cast that the rooms' tests play with: one pole, a few structures, a second pole."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.triggers import append_only_lifted, closed_stays_lifted
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from remembered import told

SMALL = frozenset({"etabli", "roue", "aval", "langues"})


@pytest.fixture
def now() -> datetime:
    """The moment of the test."""
    return timezone.localtime()


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    """Le Fanal with four structures, one of which is seen by the pole only, and everyone who acts for the pole."""
    return told("the small cast", lambda: the_cast.settle(now, only=SMALL), at=now)


@pytest.fixture
def other_pole(db: None, now: datetime) -> Pole:
    """A second pole on the same instance."""
    return directory.found_pole(slug="ailleurs", name="Ailleurs", commune="Loin", by=CONSOLE, at=now)


@pytest.fixture
def stranger(other_pole: Pole, now: datetime) -> Actor:
    """A representative of a structure of the second pole."""
    structure = directory.add_structure(pole=other_pole, name="Structure d’ailleurs", by=CONSOLE, at=now)
    person = directory.register_person(
        pole=other_pole, given_name="Étrangère", email="etrangere@ailleurs.example", by=CONSOLE, at=now
    )
    mandate = directory.give_mandate(
        person=person,
        pole=other_pole,
        role="representative",
        structure=structure,
        from_on=now.date(),
        by=CONSOLE,
        at=now,
    )
    return Actor(person, mandate)


@pytest.fixture
def client_as(cast: Cast) -> Callable[[str], Client]:
    """Return a browser of the named person of the cast, logged in; "" is a visitor."""

    def enter(key: str) -> Client:
        client = Client()
        if key:
            client.force_login(cast.people[key], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return enter


@pytest.fixture
def a_copy_of_the_database(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """Give the test a database of its own that several threads may write to, thrown away afterwards.

    It comes before whatever opens the database for the test: that is emptied when the test ends, and must be the copy.

    On SQLite the tests' database lives in memory, where a second writer is refused instead of waiting: the copy is a
    file, as on a real installation. What a test commits there goes with it, the journal's rows that stay for ever too.
    """
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        connection.ensure_connection()
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        copy = _copied_file(tmp_path) if connection.vendor == "sqlite" else _copied_database(f"{name}_copy", name)
        connection.settings_dict["NAME"] = copy
        connection.connect()
    yield
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = name
        if connection.vendor == "sqlite":
            connection.connection = _in_memory.pop()
        else:
            with connection._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


_in_memory: list[Any] = []


def _copied_file(folder: Path) -> str:
    """Copy the database that lives in memory to a file; the connection in memory waits to be given back."""
    connection.ensure_connection()
    path = folder / "copy.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        connection.connection.backup(file)
    _in_memory.append(connection.connection)
    connection.connection = None
    return str(path)


def _copied_database(copy: str, name: str) -> str:
    """Copy a PostgreSQL database; nobody may be connected to the one that is copied."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    return copy


@pytest.fixture
def several_at_once(a_copy_of_the_database: None, transactional_db: None) -> Iterator[Callable[..., list[Any]]]:
    """Return a function that starts several acts at the same moment and tells what each returned or raised.

    Name this fixture before `cast` in a test, so that the cast lives where all the threads see it.
    """

    def run(*acts: Callable[[], Any]) -> list[Any]:
        together = threading.Barrier(len(acts))

        def one(act: Callable[[], Any]) -> Any:
            together.wait(timeout=10)
            try:
                return act()
            except Exception as raised:
                return raised
            finally:
                connection.close()

        with ThreadPoolExecutor(len(acts)) as threads:
            return list(threads.map(one, acts))

    yield run
    for table in (JournalEntry._meta.db_table, "cooperation_share"):
        append_only_lifted(table)(None, _Editor())
    closed_stays_lifted("cooperation_account")(None, _Editor())


class _Editor:
    """What a migration step needs to run outside a migration."""

    connection = connection

    @staticmethod
    def execute(statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)
