"""Reminders of what was to be done after a meeting: three days before its day, never after."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from phares.rooms.commons import due
from phares.rooms.commons.journal import Author
from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation.mails import people_to_write_to
from phares.rooms.cooperation.models import MeetingAction
from phares.rooms.directory.models import Person

ACTION_REMINDER = "action_reminder"
DAYS_BEFORE = 3


def remind_of_actions(event: Any, by: Author, at: datetime) -> None:
    """Set a reminder before the day of each action of a meeting; a day already past reminds nobody."""
    for action in MeetingAction.objects.filter(meeting=event.meeting_id, due_on__gt=timezone.localdate(at)):
        if action.due_on is not None:
            day = action.due_on - timedelta(days=DAYS_BEFORE)
            due.schedule(ACTION_REMINDER, action.pk, timezone.make_aware(datetime.combine(day, time(8))))


def forget_action(event: Any, by: Author, at: datetime) -> None:
    """What is done needs no reminder."""
    due.cancel(ACTION_REMINDER, event.action_id)


def remind_of_action(action_id: int, at: datetime) -> None:
    """Carry out the due reminder: one task for each person to be reminded."""
    action = MeetingAction.objects.select_related("party").filter(pk=action_id, done_on=None).first()
    for person in people_to_write_to(action.party.holder, right="keep_promises") if action else []:
        mail_action_reminder.enqueue(action_id, person.pk)


@task()
@tried_again(lambda: mail_action_reminder)
def mail_action_reminder(action_id: int, person_id: int) -> None:
    """Write to somebody of those who said they would do it, when it is not done and its day has not passed."""
    waiting = MeetingAction.objects.filter(done_on=None, due_on__gte=timezone.localdate())
    action = waiting.select_related("meeting__cooperation__pole", "party").filter(pk=action_id).first()
    if action is None or action.meeting.cooperation.is_over:
        return
    people = people_to_write_to(action.party.holder, right="keep_promises")
    person = next((one for one in people if one.pk == person_id), None)
    if person is not None:
        _send(action, person)


def _send(action: MeetingAction, person: Person) -> None:
    """Write in the reader's own language; the first line of the template is the subject."""
    cooperation = action.meeting.cooperation
    with translation.override(person.language):
        page = settings.PHARES_PUBLIC_ADDRESS.rstrip("/") + cooperation.get_absolute_url()
        context = {"person": person, "page": page, "action": action, "cooperation": cooperation}
        text = render_to_string("cooperation/mails/action_reminder.txt", context)
    subject, _, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [str(person.email)])
