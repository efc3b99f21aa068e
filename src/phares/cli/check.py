"""`phares check`: every tool that reads the code, one line for each, all of them even when one fails."""

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from phares.cli.places import PYTHON, ROOT, SOURCES
from phares.cli.words import tell

SETTINGS = {"DJANGO_SETTINGS_MODULE": "phares.site.settings", "PYTHONPATH": str(SOURCES), "NO_COLOR": "1"}
DEPLOYED = {"PHARES_HTTPS": "yes", "PHARES_HOSTS": "phares.example"}


@dataclass(frozen=True)
class Step:
    """One tool; `needs` is a program that the machine may lack, and the step then says that it could not run."""

    name: str
    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()
    needs: str = ""


def python(name: str, *command: str, **environment: str) -> Step:
    """Return a step that runs one of our environment's own programs."""
    return Step(name, (PYTHON, "-m", *command), tuple(environment.items()))


def typed() -> list[str]:
    """Return what must be fully typed: the engine, and every room's acts, queries, permissions and events."""
    floors = ("actions", "queries", "permissions", "events")
    rooms = [
        path
        for floor in floors
        for path in SOURCES.glob(f"phares/rooms/*/{floor}*")
        if any(path.glob("*.py")) or path.is_file()
    ]
    return [str(path.relative_to(ROOT)) for path in [SOURCES / "phares" / "engine", *sorted(rooms)]]


def english_texts() -> list[str]:
    """Return the documents and programs that are in English alone: French would be taken for mistakes."""
    documents = [path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")] if path.name != "glossary.md"]
    programs = [path for path in SOURCES.glob("phares/engine/**/*.py") if "lexicon" not in path.parts]
    return [str(path.relative_to(ROOT)) for path in sorted([*documents, *programs])]


def steps() -> Iterator[Step]:
    """Yield every step, the quick ones first."""
    yield python("ruff", "ruff", "check", ".")
    yield python("format", "ruff", "format", "--check", ".")
    yield Step("shell", ("shellcheck", "phares", ".ci/run"))
    yield python("templates", "djlint", "src", "--lint", "--quiet")
    yield Step("borders", ("lint-imports",))
    yield python("packages", "deptry", "src")
    yield python("security", "bandit", "--quiet", "--recursive", "src", "--configfile", "pyproject.toml")
    yield python("spelling", "codespell_lib", *english_texts())
    yield python("migrations", "django", "makemigrations", "--check", "--dry-run", "-v1")
    yield python("deployment", "django", "check", "--deploy", "--fail-level", "WARNING", **DEPLOYED)
    yield python("static", "django", "collectstatic", "--no-input", "-v0")
    yield python("translations", "phares.cli.translations")
    yield Step("new texts", (PYTHON, "-m", "phares.cli.translations", "--extract"), needs="xgettext")
    yield python("types", "mypy", "--strict", *typed())


def carry_out(step: Step, environment: dict[str, str]) -> str:
    """Run one step, print its line and, when it fails, what it said; return "ok", "failed" or "not run"."""
    begun = time.monotonic()
    if step.needs and shutil.which(step.needs, path=environment["PATH"]) is None:
        print(f"NOT RUN  {step.name:<13}{step.needs} is not installed here", flush=True)
        return "not run"
    own = {**environment, **dict(step.environment)}
    done = subprocess.run(
        step.command, cwd=ROOT, env=own, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    state = "failed" if done.returncode else "ok"
    print(f"{state:<9}{step.name:<13}{time.monotonic() - begun:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return state


def command(options: argparse.Namespace) -> int:
    """Carry out `phares check`."""
    with tempfile.TemporaryDirectory(prefix="phares-check-") as var:
        programs = f"{Path(PYTHON).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, **SETTINGS, "PATH": programs, "PHARES_VAR": var}
        states = [carry_out(step, environment) for step in steps()]
    counts = {state: states.count(state) for state in ("ok", "failed", "not run")}
    tell(
        "{ok} vérifications bonnes, {failed} en échec, {not run} impossibles ici".format_map(counts),
        "{ok} checks ok, {failed} failed, {not run} could not run here".format_map(counts),
    )
    return 1 if counts["failed"] else 0
