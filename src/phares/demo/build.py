"""Tells the demonstration: Le Fanal, invented, with three years of life; Le PHARES as public sources tell it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation

from phares.demo.stories import (
    STORIES,
    archive_sheet,
    arrival,
    past_calls,
    public_figures,
    public_record,
    resource_centre,
)
from phares.demo.telling import Telling


@translation.override("fr")
@transaction.atomic
def tell_everything(at: datetime | None = None) -> Telling:
    """Found both poles and tell every story through the acts, its days counted back from `at`."""
    at = timezone.localtime(at or timezone.now())
    telling = Telling(arrival.settle(at.date()), at.date())
    for tell in STORIES:
        tell(telling)
    record = public_record.tell(at)
    archive_sheet.tell(record, at)
    resource_centre.tell(telling.cast.pole, record, at)
    past_calls.tell(record, at)
    public_figures.tell(record, at)
    return telling
