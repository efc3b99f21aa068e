"""Work due at a time is done once, when its time has come, however often the tick runs."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from phares.rooms.commons import due
from phares.rooms.commons.models import DueWork

KIND = "lamp_to_light"
HOUR = timedelta(hours=1)


@pytest.fixture
def lit(db: None, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What was done, by subject; 13 brings bad luck."""
    done: list[int] = []

    def light(subject_id: int, at: datetime) -> None:
        if subject_id == 13:
            raise RuntimeError
        done.append(subject_id)

    monkeypatch.setattr(due, "_performances", {KIND: light})
    return done


@pytest.fixture
def now() -> datetime:
    """The moment of the test."""
    return timezone.now()


def test_work_waits_for_its_time_and_is_done_once(lit: list[int], now: datetime) -> None:
    due.schedule(KIND, 1, now + HOUR)
    counts = [due.run_due(now), due.run_due(now + HOUR), due.run_due(now + HOUR)]
    assert (counts, lit) == ([0, 1, 0], [1])


def test_work_that_is_moved_is_done_at_its_new_time(lit: list[int], now: datetime) -> None:
    due.schedule(KIND, 1, now)
    due.schedule(KIND, 1, now + HOUR)
    due.run_due(now)
    assert lit == []
    due.run_due(now + HOUR)
    assert lit == [1]


def test_work_that_is_called_off_is_not_done(lit: list[int], now: datetime) -> None:
    due.schedule(KIND, 1, now)
    due.cancel(KIND, 1)
    assert (due.run_due(now), lit) == (0, [])


def test_one_piece_that_fails_stays_due_and_keeps_nothing_else_waiting(lit: list[int], now: datetime) -> None:
    for subject in (13, 14):
        due.schedule(KIND, subject, now)
    assert (due.run_due(now), lit) == (1, [14])
    assert DueWork.objects.get(done_at=None).subject_id == 13
