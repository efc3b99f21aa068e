"""What follows when something is said, noted for others, prolonged or answered; and the letter's next day."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from phares.rooms.commons import due
from phares.rooms.commons.journal import Author
from phares.rooms.cooperation.mails.notices import people_of
from phares.rooms.cooperation.models import Answer, Item, ProposedTime
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.cooperation.tasks import expiry, notices
from phares.rooms.cooperation.tasks.letter import schedule_letter
from phares.rooms.directory.models import Pole

DAYS_BEFORE = 7


def remind_before_expiry(event: Any, by: Author, at: datetime) -> None:
    """Ask its holder, a week before a need or an offer is no longer shown, whether it still holds."""
    item = Item.objects.get(pk=event.item_id)
    if item.expires_on is not None:
        day = item.expires_on - timedelta(days=DAYS_BEFORE)
        due.schedule(expiry.EXPIRY_REMINDER, item.pk, timezone.make_aware(datetime.combine(day, time(8))))


def forget_expiry(event: Any, by: Author, at: datetime) -> None:
    """What was taken back is asked about no more."""
    due.cancel(expiry.EXPIRY_REMINDER, event.item_id)


def tell_holder_of_item(event: Any, by: Author, at: datetime) -> None:
    """Tell a structure or a group what somebody else noted for it."""
    item = Item.objects.select_related("structure", "group", "resident").get(pk=event.item_id)
    if item.noted_for_another:
        for mandate in people_of(item.holder):
            notices.mail_item_noted.enqueue(item.pk, mandate.pk)


def tell_side_of_answer(event: Any, by: Author, at: datetime) -> None:
    """Tell a side of the answer that somebody else noted for it."""
    answer = Answer.objects.select_related("match__need").get(pk=event.answer_id)
    if answer.noted_for_another:
        for mandate in people_of(side_holder(answer.match, answer.side)):
            notices.mail_answer_noted.enqueue(answer.pk, mandate.pk)


def tell_of_time(event: Any, by: Author, at: datetime) -> None:
    """Tell the other side of a proposed moment; of an accepted one, both; of one refused, those who proposed it."""
    time_ = ProposedTime.objects.select_related("match__need").get(pk=event.time_id)
    answered = time_.answered_at is not None
    to = [side for side in Side.values if time_.accepted or (side == time_.side) == answered]
    for side in to:
        for mandate in people_of(side_holder(time_.match, side)):
            if mandate.person_id != by.person_id or time_.accepted:
                notices.mail_time.enqueue(time_.pk, side, mandate.pk, answered)


def set_next_letter(event: Any, by: Author, at: datetime) -> None:
    """Set when the pole's next letter leaves."""
    schedule_letter(Pole.objects.get(pk=event.pole_id), at)
