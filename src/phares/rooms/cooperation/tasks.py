"""Work done outside the page: mails. Every task may run twice and then sends to nobody who need not hear."""

from datetime import datetime

from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation import mails
from phares.rooms.cooperation.models import Agreement, Answer, Commitment, Match
from phares.rooms.cooperation.models.commitment import Outcome

PROMISE_REMINDER = "promise_reminder"


@task()
@tried_again(lambda: mail_match_proposed)
def mail_match_proposed(match_id: int, proposed_by: int | None) -> None:
    """Write to both sides of a match, except to whoever proposed it."""
    match = Match.objects.select_related("need__pole", "offer").filter(pk=match_id).first()
    if match is not None:
        mails.send_match_proposed(match, except_person=proposed_by)


@task()
@tried_again(lambda: mail_match_answered)
def mail_match_answered(answer_id: int) -> None:
    """Write to the side that did not answer; an answer replaced meanwhile is not told."""
    answer = Answer.objects.select_related("match__need__pole", "match__offer").filter(pk=answer_id).first()
    if answer is not None:
        mails.send_match_answered(answer)


@task()
@tried_again(lambda: mail_agreement_to_sign)
def mail_agreement_to_sign(agreement_id: int, written_by: int | None) -> None:
    """Write to the parties whose signature is missing, as long as the text is in force."""
    agreement = Agreement.objects.select_related("cooperation__pole").filter(pk=agreement_id, replaced_at=None).first()
    if agreement is not None:
        mails.send_agreement_to_sign(agreement, except_person=written_by)


@task()
@tried_again(lambda: mail_promise_reminder)
def mail_promise_reminder(commitment_id: int) -> None:
    """Write to those who promised, when the promise is still open."""
    open_ones = Commitment.objects.select_related("cooperation__pole", "promised_by").filter(outcome=Outcome.OPEN)
    commitment = open_ones.filter(pk=commitment_id).first()
    if commitment is not None:
        mails.send_promise_reminder(commitment)


def remind_of_promise(commitment_id: int, at: datetime) -> None:
    """Carry out the due reminder: the mail itself is a task."""
    mail_promise_reminder.enqueue(commitment_id)
