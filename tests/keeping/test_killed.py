"""A server killed a hundred times in the middle of writes: what was acknowledged is there, and nothing is half-done."""

import http.client
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from house.reading import ROOT
from keeping.installations import environment
from phares.demo.cast import Cast

KILLS = 100
WRITERS = 2
TOKEN = "t" * 32
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ADDRESS = "/fanal/structures/ajouter/"


@pytest.fixture
def var(several_at_once: Callable[..., Any], cast: Cast, tmp_path: Path) -> Path:
    """The folder of a real installation on SQLite, in which Le Fanal is founded and Léna has entered."""
    if connection.vendor != "sqlite":
        pytest.skip("a file of SQLite is what a kill could break; PostgreSQL is a server of its own")
    session = SessionStore()
    lena = cast.people["lena"]
    session.update(
        {SESSION_KEY: str(lena.pk), BACKEND_SESSION_KEY: BACKEND, HASH_SESSION_KEY: lena.get_session_auth_hash()}
    )
    session.create()
    (tmp_path / "session").write_text(str(session.session_key))
    with closing(sqlite3.connect(tmp_path / "phares.sqlite3")) as file:
        connection.connection.backup(file)
    return tmp_path


class Forking:
    """The server that is killed and started again."""

    def __init__(self, var: Path) -> None:
        settings = environment(var, PHARES_POSTS_PER_MINUTE="1000000", PHARES_SECRET_KEY="for-tests-only")
        settings["PYTHONPATH"] += os.pathsep + str(ROOT / "tests")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "keeping.killed_server"],
            env=settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.port = int(self._said())

    def _said(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def start(self) -> int:
        """Start a server; return its number."""
        assert self._process.stdin is not None
        self._process.stdin.write("start\n")
        self._process.stdin.flush()
        return int(self._said())

    def kill(self, child: int) -> None:
        """Kill it as a power cut of its process would, and wait until it is gone."""
        os.kill(child, signal.SIGKILL)
        assert self._said() == "gone\n"

    def close(self) -> None:
        """End the parent."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def server(var: Path) -> Iterator[Forking]:
    """The server."""
    forking = Forking(var)
    yield forking
    forking.close()


class Writer(threading.Thread):
    """Somebody who enters structures as fast as the site answers, and remembers each that it said was written."""

    def __init__(self, number: int, port: int, session: str) -> None:
        super().__init__(daemon=True)
        self.number, self.port, self.session = number, port, session
        self.acknowledged: list[str] = []
        self.asked = 0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            self.asked += 1
            name = f"Structure {self.number} {self.asked}"
            try:
                if self.post(name) == 302:
                    self.acknowledged.append(name)
            except (OSError, http.client.HTTPException):
                time.sleep(0.01)

    def post(self, name: str) -> int:
        """Send the form of the page, and return the answer's status."""
        line = http.client.HTTPConnection("localhost", self.port, timeout=10)
        with closing(line):
            cookies = f"sessionid={self.session}; csrftoken={TOKEN}"
            headers = {"Cookie": cookies, "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
            line.request("POST", ADDRESS, urlencode({"name": name}), headers)
            return line.getresponse().status


def wait_for_one_more(writers: list[Writer]) -> None:
    """Wait until the server that has just started has acknowledged a write: it is in the middle of the next ones."""
    before = sum(len(writer.acknowledged) for writer in writers)
    given_up = time.monotonic() + 5
    while sum(len(writer.acknowledged) for writer in writers) == before and time.monotonic() < given_up:
        time.sleep(0.005)


@pytest.mark.slow
def test_a_server_killed_a_hundred_times_loses_no_acknowledged_write(var: Path, server: Forking) -> None:
    session = (var / "session").read_text()
    dice = random.Random(2026)  # noqa: S311 (no secret)
    child = server.start()
    writers = [Writer(number, server.port, session) for number in range(WRITERS)]
    assert writers[0].post("La première") == 302
    for writer in writers:
        writer.start()
    for _ in range(KILLS):
        wait_for_one_more(writers)
        time.sleep(dice.uniform(0, 0.04))
        server.kill(child)
        child = server.start()
    for writer in writers:
        writer.over.set()
        writer.join(timeout=15)
    server.kill(child)
    acknowledged = [name for writer in writers for name in writer.acknowledged]
    with closing(sqlite3.connect(var / "phares.sqlite3")) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = [name for (name,) in base.execute("SELECT name FROM directory_structure")]
        ids = {number for (number,) in base.execute("SELECT id FROM directory_structure")}
        told = base.execute(
            "SELECT json_extract(subjects, '$.subject_structure_id') FROM commons_journalentry"
            " WHERE event = 'StructureAdded'"
        )
        journal = [number for (number,) in told]
    assert len(acknowledged) > KILLS / 2  # it was indeed busy writing
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))
    assert sorted(journal) == sorted(ids)  # no structure without its line in the journal, no line without its structure
