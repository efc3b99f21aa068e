"""The weekly letter: on the day that the pole chose, one mail to each of those for whom something waits."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons import due
from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.letter import send_letter
from phares.rooms.cooperation.models import LetterDay
from phares.rooms.cooperation.queries import letter as queries
from phares.rooms.cooperation.queries import mail_wishes
from phares.rooms.directory.models import Pole

WEEKLY_LETTER = "weekly_letter"


@task()
@tried_again(lambda: mail_letter)
def mail_letter(pole_id: int, person_id: int, since: str) -> None:
    """Write one letter to a person, a part for each mandate that still holds, when something waits for them."""
    pole, day = Pole.objects.get(pk=pole_id), timezone.localdate()
    mandates = queries.mandates_to_write_to(pole, day).get(person_id)
    letter = queries.letter_of(mandates, day, datetime.fromisoformat(since)) if mandates else None
    if letter is not None and not letter.is_empty:
        send_letter(letter, day)


def letters_leave(pole_id: int, at: datetime) -> None:
    """Carry out the due letter: one task for each person, from where the last one stopped; and the day of the next."""
    pole = Pole.objects.get(pk=pole_id)
    chosen, _is_new = LetterDay.objects.get_or_create(pole=pole)
    since = chosen.left_at or at - mail_wishes.WEEK
    for person_id in queries.mandates_to_write_to(pole, timezone.localdate(at)):
        mail_letter.enqueue(pole_id, person_id, since.isoformat())
    chosen.left_at = at
    chosen.save(update_fields=["left_at"])
    schedule_letter(pole, at)


def schedule_letter(pole: Pole, at: datetime) -> None:
    """Set when the pole's next letter leaves."""
    due.schedule(WEEKLY_LETTER, pole.pk, mail_wishes.next_letter_at(pole, at))
