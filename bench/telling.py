"""How long the demonstration takes to be told through the acts, against Django loading the same rows from a file.

Both write the same rows into an empty SQLite database. Loading checks nothing, tells no journal and reacts to nothing,
and the triggers that keep closed things closed are taken off before it: it is what the least work costs. Reported:
seconds of processor for each, and the ratio. The last line is one JSON object.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from needs import environment

ROUNDS = 3


def seconds(folder: str, *command: str) -> float:
    """Run one Django command on the instance of a folder, and return the processor time that it took."""
    settings = environment(folder) | {"PHARES_DEMO": "yes"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "django", *command], env=settings, check=True)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def empty(folder: str) -> str:
    """Make an instance that holds nothing yet."""
    Path(folder).mkdir()
    seconds(folder, "prepare", "-v0")
    return folder


def unguarded(folder: str) -> str:
    """Make an instance that holds nothing, not even the triggers that keep closed things closed."""
    seconds(empty(folder), "flush", "--no-input", "-v0")
    with sqlite3.connect(f"{folder}/phares.sqlite3") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
    return folder


def main() -> int:
    """Measure both, and say the outcome as one JSON line."""
    telling, loading = [], []
    with tempfile.TemporaryDirectory() as place:
        for number in range(ROUNDS):
            told, rows = empty(f"{place}/told{number}"), f"{place}/{number}.json"
            telling.append(seconds(told, "tell_demo"))
            seconds(told, "dumpdata", "--exclude", "contenttypes", "--exclude", "auth", "--output", rows, "-v0")
            loading.append(seconds(unguarded(f"{place}/loaded{number}"), "loaddata", rows, "-v0"))
            print(f"told in {telling[-1]:.1f} s, loaded in {loading[-1]:.1f} s", flush=True)
    best = {"telling_s": round(min(telling), 1), "loading_s": round(min(loading), 1)}
    print(json.dumps(best | {"ratio": round(min(telling) / min(loading), 2)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
