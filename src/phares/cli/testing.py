"""`phares test`: the tests, on SQLite or on a PostgreSQL started for them, and the browser journeys when asked."""

import argparse
import contextlib
import os

from phares.cli.places import PYTHON, run
from phares.cli.postgres import NoPostgres, throw_away_cluster
from phares.cli.words import tell


def run_pytest(options: argparse.Namespace, environment: dict[str, str]) -> int:
    """Run pytest with what the reader asked; two at a time when the whole suite is played."""
    asked = [*(["--browser"] if options.browser else []), *options.more]
    chosen = any(not word.startswith("-") for word in options.more)
    side_by_side = [] if chosen else ["-n", "2", "--dist", "worksteal"]
    return run(PYTHON, "-m", "pytest", *side_by_side, *asked, environment={**os.environ, **environment})


def run_tests(options: argparse.Namespace) -> int:
    """Start a cluster when one is asked for, and run the tests on it."""
    with contextlib.ExitStack() as stack:
        environment = {}
        if options.postgres:
            environment["PHARES_TEST_DATABASE_URL"] = stack.enter_context(throw_away_cluster())
            # The cluster goes with all it holds: dropping each database first would only wait for its last session.
            options.more = ["--create-db", "--reuse-db", *options.more]
        return run_pytest(options, environment)


def command(options: argparse.Namespace) -> int:
    """Carry out `phares test`."""
    try:
        return run_tests(options)
    except NoPostgres as absent:
        tell(f"pas de tests sur PostgreSQL\u202f: {absent}", f"no tests on PostgreSQL: {absent}")
        return 1
