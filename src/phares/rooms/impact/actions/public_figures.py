"""Acts on who reads the figures: showing them to everybody, keeping them inside."""

from datetime import datetime

from django.db import transaction

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.impact import events, permissions
from phares.rooms.impact.models import PublicFigures


@transaction.atomic
def show_figures(*, pole: Pole, by: Actor, at: datetime) -> PublicFigures:
    """Let everybody read the network and the figures; a second click changes nothing."""
    require(permissions.can_show_figures(by, pole))
    shown, is_new = PublicFigures.objects.get_or_create(
        pole=pole, defaults={"decided_by_id": by.person_id, "decided_at": at}
    )
    if is_new:
        publish(events.FiguresShown(pole.pk), by=by, at=at)
    return shown


@transaction.atomic
def hide_figures(*, pole: Pole, by: Actor, at: datetime) -> None:
    """Keep the network and the figures for those who have entered; a second click changes nothing."""
    require(permissions.can_show_figures(by, pole))
    if PublicFigures.objects.filter(pole=pole).delete()[0]:
        pole.refresh_from_db()  # it may remember the answer it gave before
        publish(events.FiguresHidden(pole.pk), by=by, at=at)
