"""A PostgreSQL cluster made for one run and thrown away with its folder; it listens on a socket in that folder only."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from phares.cli.words import say, tell


class NoPostgres(Exception):
    """PostgreSQL is not installed here, or would not start."""


def _programs() -> Path:
    """Return the folder of initdb and pg_ctl: the newest version of the system, else what is in PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    in_path = shutil.which("initdb")
    if not found and in_path is None:
        raise NoPostgres(
            say("initdb est introuvable (paquet postgresql)", "initdb is not to be found (package postgresql)")
        )
    return found[-1].parent if found else Path(str(in_path)).resolve().parent


def _unprivileged() -> tuple[list[str], int]:
    """Return the prefix that leaves root, which PostgreSQL refuses, and the user that it becomes."""
    if os.geteuid() != 0:
        return [], os.geteuid()
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"], user.pw_uid
    raise NoPostgres(say("aucun utilisateur ordinaire pour le lancer", "no ordinary user to run it as"))


def _do(*command: str, folder: Path) -> None:
    """Run one of PostgreSQL's programs silently; its own words are told when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoPostgres((done.stderr or done.stdout).strip())


@contextlib.contextmanager
def throw_away_cluster() -> Iterator[str]:
    """Yield the address of a fresh cluster; durability is off, since nothing of it is kept."""
    programs, (prefix, owner) = _programs(), _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="phares-pg-"))
    cluster = str(folder / "cluster")
    control = [*prefix, str(programs / "pg_ctl"), "-D", cluster, "-s", "-w"]
    settings = f"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    try:
        os.chown(folder, owner, -1)
        _do(*prefix, str(programs / "initdb"), "-D", cluster, "-U", "phares", "-A", "trust", "-E", "UTF8",
            "--locale=C", "--no-sync", folder=folder)  # fmt: skip
        _do(*control, "-o", settings, "-l", str(folder / "log"), "start", folder=folder)
        tell("PostgreSQL jetable démarré", "throw-away PostgreSQL started")
        yield f"postgres://phares@{quote(str(folder), safe='')}/postgres"
    finally:
        with contextlib.suppress(NoPostgres):
            _do(*control, "-m", "immediate", "stop", folder=folder)
        shutil.rmtree(folder, ignore_errors=True)
