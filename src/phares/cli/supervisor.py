"""Starts the site's three programs (web server, worker, minute tick), keeps them alive, and stops them together."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from phares.cli.places import PYTHON, ROOT, SOURCES
from phares.cli.words import tell

GRACE = 10  # seconds that a program has to finish what it does
LONGEST_WAIT = 30  # seconds between two starts of a program that keeps failing
STEADY = 60  # seconds after which a program counts as well started
PR_SET_PDEATHSIG = 1


def _tied_to_parent() -> Callable[[], None] | None:
    """Return what a child does before it begins: on Linux, ask to be stopped when its parent is, even by `kill -9`."""
    if not sys.platform.startswith("linux"):
        return None
    libc, parent = ctypes.CDLL(None), os.getpid()

    def tie() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    return tie


@dataclass
class Program:
    """One of the programs, started anew when it ends, later and later if it keeps ending."""

    name: str
    command: tuple[str, ...]
    child: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0

    def start(self, environment: Mapping[str, str]) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches the supervisor alone."""
        self.started = time.monotonic()
        self.child = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
            preexec_fn=_tied_to_parent(),  # noqa: PLW1509 (we have one thread)
        )

    def watch(self, environment: Mapping[str, str]) -> None:
        """Start it again where it has ended and its time has come."""
        if self.child is None or self.child.poll() is None:
            return
        lived = time.monotonic() - self.started
        if lived > STEADY:
            self.failures = 0
        if lived < min(2**self.failures, LONGEST_WAIT):
            return
        self.failures += 1
        tell(
            f"{self.name} s’est arrêté (code {self.child.returncode})\u202f: on le relance",
            f"{self.name} stopped (exit code {self.child.returncode}): starting it again",
        )
        self.start(environment)

    def ask_to_end(self) -> None:
        """Ask the program to finish what it does; it tells those it started."""
        if self.child is not None and self.child.poll() is None:
            self.child.terminate()

    def end_before(self, deadline: float) -> None:
        """Wait for its end until the deadline, then end it by force with all that it started."""
        if self.child is None:
            return
        try:
            self.child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()


@dataclass
class Supervisor:
    """Runs programs until told to stop by SIGINT, SIGTERM or SIGHUP."""

    programs: list[Program]
    environment: Mapping[str, str]
    stopping: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        """From now on, the three signals ask for a clean stop instead of ending us at once."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.stopping.set())

    def start(self) -> None:
        """Start every program that does not run yet."""
        for program in self.programs:
            if program.child is None:
                program.start(self.environment)

    def start_first(self) -> None:
        """Start the one that people wait for alone, so that nothing slows it."""
        self.programs[0].start(self.environment)

    def keep(self) -> None:
        """Keep the programs alive until told to stop."""
        while not self.stopping.wait(0.5):
            for program in self.programs:
                program.watch(self.environment)

    def stop(self) -> None:
        """Ask every program to end, wait for it, and end by force those that do not."""
        for program in self.programs:
            program.ask_to_end()
        deadline = time.monotonic() + GRACE
        for program in self.programs:
            program.end_before(deadline)


def site_programs(*, host: str, port: int, workers: int, json: bool) -> list[Program]:
    """Return the three programs of the site, the one that people wait for first."""
    server = ("--host", host, "--port", str(port), "--workers", str(workers), *(["--json"] if json else []))
    return [
        Program("serveur", (PYTHON, "-m", "phares.site.server", *server)),
        Program("worker", (PYTHON, "-m", "django", "db_worker", "--queue-name", "*", "--no-startup-delay", "-v0")),
        Program("tick", (PYTHON, "-m", "django", "tick")),
    ]


def site_environment(**settings: str) -> dict[str, str]:
    """Return the environment of the site's programs: ours, the settings' module, and what is said here."""
    ours = {"DJANGO_SETTINGS_MODULE": "phares.site.settings", "PYTHONPATH": str(SOURCES)}
    return {**os.environ, **ours, **settings}
