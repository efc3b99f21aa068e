"""`phares demo`: two whole poles in your browser, in one command, with nothing kept outside its own folder."""

import argparse
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from phares.cli import loopback
from phares.cli.places import PYTHON, ROOT, SOURCES, run
from phares.cli.supervisor import Supervisor, site_environment, site_programs
from phares.cli.words import language, say, tell

WAIT = 45  # seconds for the site to answer on a slow machine
KEPT_FILES = ("phares.sqlite3", "phares.sqlite3-wal", "phares.sqlite3-shm", "demo.json")
KEPT_FOLDERS = ("attachments", "mails")


class CannotStart(Exception):
    """Why the demo does not start, in the reader's language."""


class Folder:
    """The demo's folder: its database, and demo.json, which says how far the demo was told."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.note = path / "demo.json"

    def read(self) -> dict[str, Any]:
        """Return what the note says; nothing where there is none."""
        try:
            return dict(json.loads(self.note.read_text()))
        except (FileNotFoundError, ValueError):
            return {}

    def write(self, **said: Any) -> None:
        """Replace the note in one go, so that it is never half-written."""
        new = self.note.with_suffix(".new")
        new.write_text(json.dumps(said))
        new.replace(self.note)

    def refuse_a_real_installation(self) -> None:
        """Never touch a database that no demo has made."""
        if (self.path / "phares.sqlite3").exists() and not self.note.exists():
            raise CannotStart(
                say(
                    f"{self.path} contient une installation réelle, la démo n’y touche pas",
                    f"{self.path} holds a real installation, the demo leaves it alone",
                )
            )

    def empty(self) -> None:
        """Forget the demo: its database, files and mails."""
        for name in KEPT_FOLDERS:
            shutil.rmtree(self.path / name, ignore_errors=True)
        for name in KEPT_FILES:
            (self.path / name).unlink(missing_ok=True)


def schema() -> str:
    """Return a digest of all migrations, ours and the packages': the cheap way to know that none is new."""
    ours = sorted(SOURCES.glob("phares/rooms/*/migrations/*.py"))
    packages = ROOT / "requirements.lock"
    return hashlib.sha256(b"".join(path.read_bytes() for path in [*ours, packages])).hexdigest()


@contextmanager
def only_one(folder: Folder) -> Iterator[None]:
    """Hold the folder's lock, which the system lets go when we end, however we end."""
    with (folder.path / "running").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            address = file.read().strip()
            raise CannotStart(
                say(f"la démo tourne déjà\u202f: {address}", f"the demo is already running: {address}")
            ) from None
        file.truncate(0)
        yield


def choose_port(asked: int | None) -> int:
    """Return the port asked for, or the first free one."""
    if asked is not None and not loopback.is_free(asked):
        raise CannotStart(say(f"le port {asked} est déjà pris", f"port {asked} is taken"))
    port = asked if asked is not None else loopback.first_free()
    if port is None:
        raise CannotStart(say("aucun port libre", "no free port"))
    return port


def environment_for(folder: Folder, port: int) -> dict[str, str]:
    """Return the site's environment without any setting of a real installation that this terminal may hold."""
    kept = {name: value for name, value in site_environment().items() if not name.startswith("PHARES_")}
    return {
        **kept,
        "PHARES_DEMO": "yes",
        "PHARES_VAR": str(folder.path),
        "PHARES_LANG": language(),
        "PHARES_PUBLIC_ADDRESS": f"http://localhost:{port}",
    }


def _django(environment: dict[str, str], *command: str) -> None:
    """Run one Django command to its end."""
    if code := run(PYTHON, "-m", "django", *command, environment=environment):
        if code in {-2, 130}:
            raise KeyboardInterrupt
        raise CannotStart(say(f"l’étape «\u202f{command[0]}\u202f» a échoué", f"the step '{command[0]}' failed"))


def prepare(folder: Folder, environment: dict[str, str]) -> None:
    """Make the database and tell the stories, where that is still to do; a half-told demo is told anew."""
    note = folder.read()
    if not note.get("told"):
        folder.empty()
        note = {}
    if note.get("schema") == schema():
        return
    folder.write(**note)
    tell("préparation de la base…", "preparing the database…")
    _django(environment, "prepare", "-v0")
    if not note.get("told"):
        tell("récit des deux pôles, une seule fois…", "telling the story of the two poles, once only…")
        _django(environment, "tell_demo")
    folder.write(told=True, schema=schema())


def serve(folder: Folder, environment: dict[str, str], port: int) -> int:
    """Run the site until told to stop."""
    address = f"http://localhost:{port}/"
    programs = site_programs(host="127.0.0.1", port=port, workers=1, json=False)
    supervisor = Supervisor(programs, environment)
    supervisor.listen()
    try:
        supervisor.start_first()
        if not loopback.wait_until_it_answers(port, seconds=WAIT, given_up=supervisor.stopping.is_set):
            if supervisor.stopping.is_set():
                return 0
            raise CannotStart(say("le site ne répond pas", "the site does not answer"))
        (folder.path / "running").write_text(address)
        print(address, flush=True)
        supervisor.start()
        tell("Ctrl-C pour arrêter", "Ctrl-C to stop")
        supervisor.keep()
    finally:
        supervisor.stop()
    tell("arrêté, la démo garde vos changements", "stopped, the demo keeps your changes")
    return 0


def command(options: argparse.Namespace) -> int:
    """Carry out `phares demo`."""
    folder = Folder(Path(os.environ.get("PHARES_VAR", ROOT / "var" / "demo")).resolve())
    folder.path.mkdir(parents=True, exist_ok=True)
    try:
        with only_one(folder):
            folder.refuse_a_real_installation()
            port = choose_port(options.port)
            if options.fresh:
                folder.empty()
            environment = environment_for(folder, port)
            prepare(folder, environment)
            return serve(folder, environment, port)
    except CannotStart as reason:
        tell(str(reason), str(reason))
        return 1
