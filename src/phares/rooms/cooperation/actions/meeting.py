"""Acts on times: proposing when to see each other, accepting it or not."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Match, ProposedTime
from phares.rooms.cooperation.models.match import Choice
from phares.rooms.directory.actors import Actor

LATEST = timedelta(days=366)
LONGEST_MINUTES = 8 * 60


class NotATime(Refusal):
    """A moment gone by, too far off, or that lasts no time."""

    sentence = _("Choisissez un moment à venir, d’ici un an.")
    status = 400


class TimeAlreadyProposed(Refusal):
    """One time waits for an answer already."""

    sentence = _("Un moment est déjà proposé : il attend une réponse. Répondez-y plutôt que d’en proposer un autre.")


class TimeAnsweredMeanwhile(Refusal):
    """Somebody of the same side answered while the page was open."""

    sentence = _("Quelqu’un y a répondu entre-temps : voici où cela en est.")


class NothingToMeetAbout(Refusal):
    """One side said that it is not for it."""

    sentence = _("Un des deux côtés a dit que ce n’était pas pour lui : il n’y a plus de rendez-vous à prendre.")


@transaction.atomic
def propose_time(
    *,
    match: Match,
    side: str,
    starts_at: datetime,
    minutes: int = 60,
    place: str = "",
    by: Actor,
    at: datetime,
) -> ProposedTime:
    """Propose a moment to the other side of a match; one at a time, so that nobody answers two."""
    if side not in permissions.sides_of(by, match):
        raise NotAllowed
    if not at < starts_at <= at + LATEST or not 0 < minutes <= LONGEST_MINUTES:
        raise NotATime(field="on")
    match = Match.objects.select_for_update(of=("self",)).get(pk=match.pk)
    if match.answers.filter(choice=Choice.NOT_FOR_US).exists():
        raise NothingToMeetAbout
    if match.proposed_times.filter(answered_at=None, starts_at__gt=at).exists():
        raise TimeAlreadyProposed
    match.proposed_times.filter(answered_at=None).update(answered_at=at, accepted=False)  # its moment has gone by
    time = ProposedTime.objects.create(
        match=match,
        side=side,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        proposed_by_id=by.person_id,
        proposed_at=at,
    )
    publish(events.TimeProposed(match.pole_id, match.pk, time.pk), by=by, at=at)
    return time


@transaction.atomic
def answer_time(*, time: ProposedTime, accepted: bool, by: Actor, at: datetime) -> ProposedTime:
    """Accept a proposed moment, or not, for the side that did not propose it."""
    if not set(permissions.sides_of(by, time.match)) - {time.side}:
        raise NotAllowed
    time = ProposedTime.objects.select_for_update(of=("self",)).select_related("match").get(pk=time.pk)
    if time.answered_at is not None:
        raise TimeAnsweredMeanwhile
    time.answered_at, time.accepted = at, accepted
    time.save(update_fields=["answered_at", "accepted"])
    publish(events.TimeAnswered(time.match.pole_id, time.match_id, time.pk), by=by, at=at)
    return time
