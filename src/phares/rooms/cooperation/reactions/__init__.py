"""What cooperation does when something happened: mails are task rows written in the same transaction."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from phares.rooms.commons import due
from phares.rooms.commons.journal import Author
from phares.rooms.cooperation import actions, mails, tasks
from phares.rooms.cooperation.models import Answer, Commitment, Cooperation, Match, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.directory.models import Person
from phares.rooms.directory.models.held import Holder

DAYS_BEFORE = 3


def tell_both_sides(event: Any, by: Author, at: datetime) -> None:
    """Tell both sides of a proposed match, except whoever proposed it; who has answered at once is not asked again."""
    match = Match.objects.select_related("need", "offer").get(pk=event.match_id)
    for side in Side.values:
        for person in _people(side_holder(match, side), "say", by):
            tasks.mail_match_proposed.enqueue(event.match_id, side, person.pk)


def tell_other_side(event: Any, by: Author, at: datetime) -> None:
    """Tell one side of a match that the other has answered; what was set aside before anybody knew stays unsaid."""
    answer = Answer.objects.select_related("match__need", "match__offer").get(pk=event.answer_id)
    if answer.match.proposed_at is None:
        return
    for person in _people(side_holder(answer.match, mails.other_side(answer.side)), "say", by):
        tasks.mail_match_answered.enqueue(event.answer_id, person.pk)


def ask_for_signatures(event: Any, by: Author, at: datetime) -> None:
    """Tell the parties that a text waits for their signature."""
    for party in Party.objects.filter(cooperation=event.cooperation_id):
        for person in _people(party.holder, "sign", by):
            tasks.mail_agreement_to_sign.enqueue(event.agreement_id, party.pk, person.pk)


def _people(holder: Holder, right: str, by: Author) -> list[Person]:
    """Return whom to write to for a holder, without the one who has just acted."""
    return [one for one in mails.people_to_write_to(holder, right=right) if one.pk != by.person_id]


def take_from_offer(event: Any, by: Any, at: datetime) -> None:
    """A cooperation that begins takes its part of the offer; where others took all of it, nothing is signed."""
    cooperation = Cooperation.objects.select_related("match__need").get(pk=event.cooperation_id)
    actions.use_offer(cooperation=cooperation, by=by, at=at)
    actions.meet_needs(cooperation=cooperation, at=at)


def remind_of_promises(event: Any, by: Author, at: datetime) -> None:
    """Set a reminder before the day of each promise that now holds."""
    for commitment in Commitment.objects.filter(cooperation=event.cooperation_id, outcome=Outcome.OPEN):
        _set_reminder(commitment, at)


def move_reminder(event: Any, by: Author, at: datetime) -> None:
    """Set the reminder before the new day of a changed promise."""
    _set_reminder(Commitment.objects.get(pk=event.commitment_id), at)


def forget_reminder(event: Any, by: Author, at: datetime) -> None:
    """A promise that was carried out or given up needs no reminder."""
    due.cancel(tasks.PROMISE_REMINDER, event.commitment_id)


def forget_reminders(event: Any, by: Author, at: datetime) -> None:
    """A cooperation that is over reminds nobody."""
    for pk in Commitment.objects.filter(cooperation=event.cooperation_id).values_list("pk", flat=True):
        due.cancel(tasks.PROMISE_REMINDER, pk)


def _set_reminder(commitment: Commitment, at: datetime) -> None:
    """Remind three days before, at eight in the morning; a day already past reminds nobody."""
    if commitment.due_on is None or commitment.due_on <= timezone.localdate(at):
        due.cancel(tasks.PROMISE_REMINDER, commitment.pk)
        return
    day = commitment.due_on - timedelta(days=DAYS_BEFORE)
    due.schedule(tasks.PROMISE_REMINDER, commitment.pk, timezone.make_aware(datetime.combine(day, time(8))))
