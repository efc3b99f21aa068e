"""What publishing does when something happened: mails are task rows written in the same transaction."""

from datetime import datetime
from typing import Any

from phares.rooms.commons.journal import Author
from phares.rooms.publishing import mails, tasks
from phares.rooms.publishing.models import SheetReview


def ask_for_reviews(event: Any, by: Author, at: datetime) -> None:
    """Tell those who answer for each structure or group quoted that a sheet waits for their word."""
    for review in SheetReview.objects.filter(sheet=event.sheet_id, accepted__isnull=True):
        for person in mails.reviewers_to_write_to(review):
            if person.pk != by.person_id:
                tasks.mail_review_asked.enqueue(review.pk, person.pk)
