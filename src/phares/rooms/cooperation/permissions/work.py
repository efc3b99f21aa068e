"""Who may declare jobs, note meetings and calls, bring documents, write in the thread, record spin-offs."""

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Cooperation, FollowUpCall, Job, MeetingAction, Message
from phares.rooms.cooperation.permissions.acting import holds
from phares.rooms.cooperation.permissions.cooperations import (
    can_note_fact,
    can_see_promises,
    can_see_reasons,
    is_party,
    own_parties,
    with_promises_seen,
)
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def can_declare_job(actor: Actor, cooperation: Cooperation) -> bool:
    """A party says which jobs the cooperation created or kept going."""
    return bool(own_parties(actor, cooperation, "keep_promises"))


def visible_jobs(actor: Actor, pole: Pole) -> QuerySet[Job]:
    """A job is seen by the parties of its cooperations and by the coordination."""
    seen = with_promises_seen(actor, pole.pk)
    return Job.objects.filter(pole=pole, withdrawn_at=None, cooperations__in=seen).distinct()


def can_keep_job(actor: Actor, job: Job) -> bool:
    """A party of one of its cooperations ends a job or takes it back."""
    cooperations = job.cooperations.prefetch_related("parties__structure", "parties__group", "parties__resident")
    return any(can_declare_job(actor, one) for one in cooperations)


def can_note_meeting(actor: Actor, cooperation: Cooperation) -> bool:
    """A meeting is written down by those who may note what happened."""
    return can_note_fact(actor, cooperation)


def can_see_minutes(actor: Actor, cooperation: Cooperation) -> bool:
    """What was said in a meeting is the parties' alone; who does what by when is seen with the promises."""
    return can_see_reasons(actor, cooperation)


def can_do_action(actor: Actor, action: MeetingAction) -> bool:
    """Those who were to do it say that it is done."""
    return holds(actor, action.party.holder, action.meeting.cooperation.pole_id, "keep_promises")


def can_note_call(actor: Actor, pole: Pole) -> bool:
    """Those who run the pole telephone for news."""
    return actor.may("see_week", pole)


def visible_calls(actor: Actor, cooperation: Cooperation) -> QuerySet[FollowUpCall]:
    """A call is known to those who run the pole and to the party called; the other parties hear nothing of it."""
    calls = FollowUpCall.objects.filter(cooperation=cooperation)
    if can_note_call(actor, cooperation.pole):
        return calls
    own = own_parties(actor, cooperation, "keep_promises") if is_party(actor, cooperation) else []
    return calls.filter(Q(party__in=[party.pk for party in own]))


def can_see_documents(actor: Actor, cooperation: Cooperation) -> bool:
    """Documents are opened by the parties and the coordination."""
    return can_see_promises(actor, cooperation)


def can_bring_document(actor: Actor, cooperation: Cooperation) -> bool:
    """Documents are brought by those who may note what happened."""
    return can_note_fact(actor, cooperation)


def can_see_thread(actor: Actor, cooperation: Cooperation) -> bool:
    """What the parties say to one another is theirs alone."""
    return can_see_reasons(actor, cooperation)


def can_write_message(actor: Actor, cooperation: Cooperation) -> bool:
    """Whoever acts for a party writes to all the parties."""
    return is_party(actor, cooperation) and actor.may("say", cooperation.pole_id)


def can_withdraw_message(actor: Actor, message: Message) -> bool:
    """A message is taken back by whoever wrote it, or by somebody else of the same party."""
    return actor.acts_for(message.holder) and can_write_message(actor, message.cooperation)


def can_record_spin_off(actor: Actor, pole: Pole) -> bool:
    """Those who run the pole write down which structure was born of what others did."""
    return bool(actor.job) or actor.may("choose_story", pole)
