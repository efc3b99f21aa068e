"""The weekly letter: on the day that the pole chose, one mail to each of those for whom something waits."""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons import due
from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails.letter import send_letter
from phares.rooms.cooperation.queries import letter as queries
from phares.rooms.directory.models import Pole

WEEKLY_LETTER = "weekly_letter"


@task()
@tried_again(lambda: mail_letter)
def mail_letter(pole_id: int, mandate_id: int) -> None:
    """Write to the person of a mandate that still holds, when something waits for them."""
    pole, day = Pole.objects.get(pk=pole_id), timezone.localdate()
    mandate = next((one for one in queries.mandates_to_write_to(pole, day) if one.pk == mandate_id), None)
    letter = queries.letter_of(mandate, day) if mandate else None
    if letter is not None and not letter.is_empty:
        send_letter(letter, day)


def letters_leave(pole_id: int, at: datetime) -> None:
    """Carry out the due letter: one task for each mandate, and the day of the next one."""
    pole = Pole.objects.get(pk=pole_id)
    for mandate in queries.mandates_to_write_to(pole, timezone.localdate(at)):
        mail_letter.enqueue(pole_id, mandate.pk)
    schedule_letter(pole, at)


def schedule_letter(pole: Pole, at: datetime) -> None:
    """Set when the pole's next letter leaves."""
    due.schedule(WEEKLY_LETTER, pole.pk, queries.next_letter_at(pole, at))
