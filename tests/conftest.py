"""What every test may ask for, and what the summary says of the tests that were left out."""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.utils import timezone, translation

import migrated
from phares.rooms.commons import limits
from phares.rooms.cooperation.queries import kept

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--browser", action="store_true", help="also play the journeys in a real browser")


def pytest_configure(config: pytest.Config) -> None:
    """Begin at ten in the morning: modules and scenes remember what day it is, and a long run would see it end."""
    morning = timezone.localtime().replace(hour=10, minute=0)
    clock = time_machine.travel(morning.timestamp(), tick=True)
    clock.start()
    config.add_cleanup(clock.stop)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip the browser's journeys, aloud, unless they were asked for and a browser is there."""
    _slow_files_first(items)
    if not config.getoption("--browser"):
        reason = "a journey in a browser: add --browser"
    elif CHROMIUM is None:
        reason = "NO CHROMIUM HERE (Debian package chromium): the journeys were asked for and not played"
    else:
        return
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(pytest.mark.skip(reason=reason))


def _slow_files_first(items: list[pytest.Item]) -> None:
    """Begin with the files that hold slow tests, whole, so that nothing long is left for one alone at the end."""
    slow = {item.path for item in items if "slow" in item.keywords}
    items.sort(key=lambda item: item.path not in slow)


def _reason(report: pytest.TestReport) -> str:
    return report.longrepr[2].removeprefix("Skipped: ") if isinstance(report.longrepr, tuple) else str(report.longrepr)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count the tests that were not run, reason by reason."""
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    terminalreporter.section(f"not run: {reasons.total()}")
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"{count:4}  {reason}")


@pytest.fixture
def run_tasks(db: None) -> Callable[[], int]:
    """Play the worker: run every task that waits, those written meanwhile too; what one raises, the test sees."""
    rows: Any = apps.get_model("django_tasks_database", "DBTaskResult")

    def run_all() -> int:
        done = 0
        while row := rows.objects.ready().first():
            row.claim("tests")
            row.task.call(*row.task_result.args, **row.task_result.kwargs)
            row.set_successful(None)
            done += 1
        return done

    return run_all


@pytest.fixture
def within_one_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no hour begin while posts are counted: each counts by itself, and a test may be played at its end."""
    begun = time.time()
    monkeypatch.setattr(limits, "time", SimpleNamespace(time=lambda: begun))


@pytest.fixture(autouse=True)
def as_a_process_begins() -> None:
    """Let each test begin as a process that has read no item and answered no request.

    What another test said has the same ids, and a page that it read in English leaves English behind.
    """
    kept.forget()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def the_clock_of_other_processes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Read the machine's own clock in the tests that speak with another process."""
    if not {"browser", "machine_clock"} & set(request.keywords):
        yield
        return
    with time_machine.travel(time_machine.escape_hatch.time.time(), tick=True):
        yield


@pytest.fixture(scope="session")
def migrated_before(pytestconfig: pytest.Config) -> Iterator[migrated.Template]:
    """Let the tests' database begin where the same migrations led to in a run before."""
    assert pytestconfig.cache is not None
    with migrated.copied_from(pytestconfig.cache.mkdir("migrated")) as template:
        yield template


@pytest.fixture(scope="session")
def django_db_setup(migrated_before: migrated.Template, django_db_setup: None, django_db_blocker: Any) -> None:
    """Keep what the migrations made for the next run."""
    with django_db_blocker.unblock():
        migrated_before.keep()
