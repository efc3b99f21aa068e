"""Reads of what is kept: for how long, and how many acts of a person the journal holds."""

from datetime import date

from phares.rooms.commons.models import JournalEntry
from phares.rooms.directory.models import Person, RetentionPeriod


def retention_periods(day: date) -> dict[str, RetentionPeriod]:
    """Return the periods that hold on `day`, by the code of what they are about."""
    return {one.code: one for one in RetentionPeriod.objects.on(day)}


def acts_in_journal(person: Person) -> int:
    """Return how many acts the journal holds under the person's number."""
    return JournalEntry.objects.filter(person_id=person.pk).count()
