"""What publishing does when something happened: mails are task rows written in the same transaction."""

from datetime import datetime
from typing import Any

from phares.rooms.commons.journal import Author
from phares.rooms.publishing import mails, tasks
from phares.rooms.publishing.models import Newsletter, Registration, SheetReview, Subscription


def confirm_registration(event: Any, by: Author, at: datetime) -> None:
    """Write to whoever said that they come, or moved up, where they left a mail."""
    if Registration.objects.filter(pk=event.registration_id).exclude(email="").exists():
        tasks.mail_registration.enqueue(event.registration_id)


def tell_called_off(event: Any, by: Author, at: datetime) -> None:
    """Write to all who come or wait."""
    rows = Registration.objects.filter(list__gathering=event.gathering_id).exclude(standing="cancelled")
    for pk in rows.exclude(email="").values_list("pk", flat=True):
        tasks.mail_registration.enqueue(pk)


def send_to_each(event: Any, by: Author, at: datetime) -> None:
    """Write to each address that wants this newsletter."""
    letter = Newsletter.objects.get(pk=event.newsletter_id)
    wanted = Subscription.objects.filter(
        pole=letter.pole_id, audience=letter.audience, confirmed_at__isnull=False, refused_at=None
    )
    for pk in wanted.values_list("pk", flat=True):
        tasks.mail_newsletter.enqueue(letter.pk, pk)


def ask_to_confirm(event: Any, by: Author, at: datetime) -> None:
    """Ask an address whether it wants newsletters."""
    tasks.mail_subscription_asked.enqueue(event.subscription_id)


def ask_for_reviews(event: Any, by: Author, at: datetime) -> None:
    """Tell those who answer for each structure or group quoted that a sheet waits for their word."""
    for review in SheetReview.objects.filter(sheet=event.sheet_id, accepted__isnull=True):
        for person in mails.reviewers_to_write_to(review):
            if person.pk != by.person_id:
                tasks.mail_review_asked.enqueue(review.pk, person.pk)
