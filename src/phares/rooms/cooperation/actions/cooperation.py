"""Acts on a cooperation as a whole: ending it, telling it on the first page."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.days import as_day
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.models.cooperation import State
from phares.rooms.directory.actors import Actor


class AlreadyOver(Refusal):
    """The cooperation is over."""

    sentence = _("Cette coopération est déjà terminée.")


class NeverBegan(Refusal):
    """What was never signed by all cannot have reached what it was for."""

    sentence = _("Toutes les parties n’ont pas signé : cet accord peut être laissé là, pas terminé.")


class EndsInTheFuture(Refusal):
    """An end is said once it has come."""

    sentence = _("Cette date n’est pas encore passée : vous direz la fin quand elle sera là.")


class NotPublic(Refusal):
    """The parties have not made it public."""

    sentence = _("Les parties n’ont pas rendu cette coopération publique : elle ne peut pas être racontée ici.")


@transaction.atomic
def end_cooperation(
    *, cooperation: Cooperation, ended_on: date, reached: bool, word: str = "", by: Actor, at: datetime
) -> Cooperation:
    """Say that a cooperation is over: what it was for is reached, or it stopped before; promises stay as they are.

    One that not everybody has signed can only be stopped.
    """
    require(permissions.can_end_cooperation(by, cooperation))
    if ended_on > as_day(at):
        raise EndsInTheFuture(field="ended_on")
    cooperation = Cooperation.objects.select_for_update().get(pk=cooperation.pk)
    if cooperation.is_over:
        raise AlreadyOver
    if reached and cooperation.started_at is None:
        raise NeverBegan(field="reached")
    cooperation.state = State.ENDED if reached else State.STOPPED
    cooperation.ended_on, cooperation.ending_word = ended_on, word
    cooperation.save(update_fields=["state", "ended_on", "ending_word"])
    publish(events.CooperationEnded(cooperation.pole_id, cooperation.pk), by=by, at=at)
    return cooperation


@transaction.atomic
def choose_story(*, cooperation: Cooperation, by: Actor, at: datetime) -> Cooperation:
    """Tell this cooperation, which its parties made public, on the pole's first page."""
    require(permissions.can_choose_story(by, cooperation.pole))
    cooperation = Cooperation.objects.select_for_update().get(pk=cooperation.pk)
    if not cooperation.is_tellable:
        raise NotPublic
    cooperation.story_chosen_at = at
    cooperation.save(update_fields=["story_chosen_at"])
    publish(events.StoryChosen(cooperation.pole_id, cooperation.pk), by=by, at=at)
    return cooperation
