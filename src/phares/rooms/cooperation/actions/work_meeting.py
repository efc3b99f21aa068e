"""Acts on meetings: noting one with who does what by when, saying that it is done; and on follow-up calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation, FollowUpCall, MeetingAction, Party, WorkMeeting
from phares.rooms.directory.actors import Actor

MOST_ACTIONS = 8


class MeetingNotYet(Refusal):
    """What is dated has happened."""

    sentence = _("Cette date n’est pas encore passée.")


class MeetingNotStarted(Refusal):
    """A cooperation begins with everybody's signature."""

    sentence = _("L’accord n’est pas encore signé par toutes les parties.")


class NotTheirs(Refusal):
    """Somebody who takes no part cannot be asked to do anything."""

    sentence = _("Choisissez une partie de cette coopération, et dites ce qu’elle fera.")
    status = 400


class ActionDoneBefore(Refusal):
    """Somebody said it before."""

    sentence = _("C’est déjà noté comme fait.")


@dataclass(frozen=True)
class ActionDraft:
    """Who does what by when."""

    party: Party
    what: str
    due_on: date | None = None


@transaction.atomic
def note_meeting(
    *,
    cooperation: Cooperation,
    on: date,
    minutes: str = "",
    actions: Sequence[ActionDraft] = (),
    by: Actor,
    at: datetime,
) -> WorkMeeting:
    """Write down a meeting, its minutes, and what each said they would do; each is reminded before their day."""
    require(permissions.can_note_meeting(by, cooperation))
    if not Cooperation.objects.agreed().filter(pk=cooperation.pk).exists():
        raise MeetingNotStarted
    if on > as_day(at):
        raise MeetingNotYet(field="on")
    wrong = any(one.party.cooperation_id != cooperation.pk or not one.what.strip() for one in actions)
    if wrong or len(actions) > MOST_ACTIONS:
        raise NotTheirs
    meeting = WorkMeeting.objects.create(
        cooperation=cooperation, on=on, minutes=minutes, noted_by_id=by.person_id, noted_at=at
    )
    for position, one in enumerate(actions):
        MeetingAction.objects.create(
            meeting=meeting, party=one.party, what=one.what.strip(), due_on=one.due_on, position=position
        )
    publish(events.WorkMeetingNoted(cooperation.pole_id, cooperation.pk, meeting.pk), by=by, at=at)
    return meeting


@transaction.atomic
def do_action(*, action: MeetingAction, done_on: date, by: Actor, at: datetime) -> MeetingAction:
    """Say that what was to be done after a meeting is done."""
    require(permissions.can_do_action(by, action))
    cooperation = action.meeting.cooperation
    if done_on > as_day(at):
        raise MeetingNotYet(field="done_on")
    action = MeetingAction.objects.select_for_update().get(pk=action.pk)
    if action.done_on is not None:
        raise ActionDoneBefore
    action.done_on, action.done_by_id = done_on, by.person_id
    action.save(update_fields=["done_on", "done_by"])
    publish(events.MeetingActionDone(cooperation.pole_id, cooperation.pk, action.pk), by=by, at=at)
    return action


@transaction.atomic
def note_call(*, party: Party, by: Actor, at: datetime) -> FollowUpCall:
    """Note that a party was telephoned for news today; a second click the same day changes nothing."""
    cooperation = party.cooperation
    require(permissions.can_note_call(by, cooperation.pole))
    call, is_new = FollowUpCall.objects.get_or_create(
        party=party,
        on=as_day(at),
        defaults={"cooperation": cooperation, "noted_by_id": by.person_id, "noted_at": at},
    )
    if is_new:
        publish(events.FollowUpCallNoted(cooperation.pole_id, cooperation.pk, call.pk), by=by, at=at)
    return call
