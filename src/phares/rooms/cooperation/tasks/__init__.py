"""Work done outside the page: one mail to one person, so that a failure is tried again for that person alone.

Each task looks again before it writes: what was answered, signed, replaced, kept or ended meanwhile is told no more.
A task that runs twice sends its mail twice only where nothing has changed between the two; the queue hands each one out
once, so that this happens only when a worker dies between the mail and its own note that it is done.
"""

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from phares.rooms.commons.retries import tried_again
from phares.rooms.cooperation import mails
from phares.rooms.cooperation.models import Agreement, Answer, Commitment, Match, Party
from phares.rooms.cooperation.models.commitment import Outcome
from phares.rooms.cooperation.models.letter import When
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.cooperation.permissions import side_holder
from phares.rooms.cooperation.queries.mail_wishes import cannot_wait, wants
from phares.rooms.directory.models import Person
from phares.rooms.directory.models.held import Holder

PROMISE_REMINDER = "promise_reminder"


def _reader(person_id: int, holder: Holder, right: str) -> Person | None:
    """Return the person when they still act for the holder with this right; a mandate may have ended meanwhile."""
    return next((one for one in mails.people_to_write_to(holder, right=right) if one.pk == person_id), None)


@task()
@tried_again(lambda: mail_match_proposed)
def mail_match_proposed(match_id: int, side: str, person_id: int) -> None:
    """Write to somebody of one side of a match that still has to answer, and hears of it by no other mail.

    A proposal comes in the weekly letter; at once to whoever chose so, and to all where the letter would come too late.
    """
    match = Match.objects.proposed().select_related("need__pole", "offer", "pole").filter(pk=match_id).first()
    if match is None or not waits_for_first_word(match, side):
        return
    person = _reader(person_id, side_holder(match, side), "say")
    if person is None:
        return
    if wants(person, match.pole, "proposals") == When.AT_ONCE or cannot_wait(match, timezone.now()):
        mails.send_match_proposed(match, side, person)


@task()
@tried_again(lambda: mail_match_answered)
def mail_match_answered(answer_id: int, person_id: int) -> None:
    """Write to somebody of the side that did not answer; an answer replaced meanwhile is not told."""
    answers = Answer.objects.filter(match__proposed_at__isnull=False)
    answer = answers.select_related("match__need__pole", "match__offer", "match__pole").filter(pk=answer_id).first()
    if answer is None or not concerns_other_side(answer):
        return
    person = _reader(person_id, side_holder(answer.match, mails.other_side(answer.side)), "say")
    if person is not None and wants(person, answer.match.pole, "answers") == When.AT_ONCE:
        mails.send_match_answered(answer, person)


@task()
@tried_again(lambda: mail_agreement_to_sign)
def mail_agreement_to_sign(agreement_id: int, party_id: int, person_id: int) -> None:
    """Write to somebody of a party whose signature is missing, as long as the text is in force."""
    agreement = Agreement.objects.select_related("cooperation__pole").filter(pk=agreement_id, replaced_at=None).first()
    if agreement is None or agreement.signatures.filter(party=party_id).exists():
        return
    party = Party.objects.filter(pk=party_id, cooperation=agreement.cooperation_id).first()
    person = _reader(person_id, party.holder, "sign") if party else None
    if party is not None and person is not None:
        mails.send_agreement_to_sign(agreement, party, person)


@task()
@tried_again(lambda: mail_promise_reminder)
def mail_promise_reminder(commitment_id: int, person_id: int) -> None:
    """Write to somebody of those who promised, when the promise is still open and its day has not passed."""
    still = Commitment.objects.filter(outcome=Outcome.OPEN, due_on__gte=timezone.localdate())
    open_ones = still.select_related("cooperation__pole", "promised_by")
    commitment = open_ones.filter(pk=commitment_id).first()
    person = _reader(person_id, commitment.promised_by.holder, "keep_promises") if commitment else None
    if commitment is not None and person is not None:
        mails.send_promise_reminder(commitment, person)


def waits_for_first_word(match: Match, side: str) -> bool:
    """Say whether a side is to be told of a match: it has not answered, the other side has said neither yes nor no."""
    choices = {answer.side: answer.choice for answer in match.answers.all()}
    return side not in choices and choices.get(mails.other_side(side)) in {None, Choice.LATER}


def concerns_other_side(answer: Answer) -> bool:
    """Say whether the other side is to be told: somebody is interested, or somebody who was waited for is not.

    « Not for us » or « later » to a proposal that the other side has not answered leaves it nothing to do.
    """
    waits = answer.match.answers.filter(side=mails.other_side(answer.side), choice=Choice.INTERESTED)
    return answer.choice == Choice.INTERESTED or waits.exists()


def remind_of_promise(commitment_id: int, at: datetime) -> None:
    """Carry out the due reminder: one task for each person to be reminded."""
    commitment = Commitment.objects.select_related("promised_by").filter(pk=commitment_id, outcome=Outcome.OPEN).first()
    holder = commitment.promised_by.holder if commitment else None
    for person in mails.people_to_write_to(holder, right="keep_promises") if holder else []:
        mail_promise_reminder.enqueue(commitment_id, person.pk)
