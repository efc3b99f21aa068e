"""The journal only grows, and tells those who subscribed."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from phares.demo.cast import CONSOLE
from phares.rooms.commons import journal
from phares.rooms.commons.models import JournalEntry


@dataclass(frozen=True)
class LampLit:
    """An event of this test."""

    pole_id: int
    lamp_id: int


@pytest.fixture
def entry(db: None) -> JournalEntry:
    """A row of the journal."""
    journal.publish(LampLit(3, 7), by=CONSOLE, at=timezone.now())
    return JournalEntry.objects.get()


def test_an_event_is_kept_as_ids(entry: JournalEntry) -> None:
    assert (entry.event, entry.pole_id, entry.subjects, entry.person_id) == ("LampLit", 3, {"lamp_id": 7}, None)


def test_no_row_can_be_changed_or_removed(entry: JournalEntry) -> None:
    for attempt in (lambda: JournalEntry.objects.update(event="Autre"), lambda: JournalEntry.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
    assert JournalEntry.objects.get().event == "LampLit"


def test_those_who_subscribed_react_in_the_same_transaction(db: None) -> None:
    told: list[tuple[int, datetime]] = []
    before = journal.subscriptions()
    journal.subscribe({LampLit: [lambda event, by, at: told.append((event.lamp_id, at))]})
    now = timezone.now()
    try:
        journal.publish(LampLit(3, 7), by=CONSOLE, at=now)
    finally:
        journal.subscribe(before)
    assert told == [(7, now)]


def test_an_event_whose_reaction_fails_is_not_kept(db: None) -> None:
    def fail(event: object, by: object, at: datetime) -> None:
        raise ValueError("no lamp")

    before = journal.subscriptions()
    journal.subscribe({LampLit: [fail]})
    try:
        with pytest.raises(ValueError, match="no lamp"), transaction.atomic():
            journal.publish(LampLit(3, 7), by=CONSOLE, at=timezone.now())
    finally:
        journal.subscribe(before)
    assert not JournalEntry.objects.exists()
