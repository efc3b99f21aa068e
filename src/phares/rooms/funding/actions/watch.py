"""Acts on watches: saying what one wants to hear of, looking at it, wanting it no more."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import events, permissions
from phares.rooms.funding.models import Watch

MOST = 12


@transaction.atomic
def save_watch(*, pole: Pole, words: str = "", kind: str = "", by: Actor, at: datetime) -> Watch:
    """Keep a search: calls noted from now on that match it are told on one's home."""
    require(permissions.can_watch(by, pole) and by.person is not None)
    if Watch.objects.filter(pole=pole, person=by.person_id or 0).count() >= MOST:
        raise Refusal(_("Douze veilles, c’est déjà beaucoup : retirez-en une."))
    watch, is_new = Watch.objects.get_or_create(
        pole=pole,
        person_id=by.person_id or 0,
        words=words.strip()[:80],
        kind=kind,
        defaults={"saved_at": at, "seen_at": at},
    )
    if is_new:
        publish(events.WatchSaved(pole.pk, watch.pk), by=by, at=at)
    return watch


@transaction.atomic
def look_at_watch(*, watch: Watch, by: Actor, at: datetime) -> Watch:
    """Say that one has seen what a watch found: only later calls are told again."""
    require(by.person_id == watch.person_id)
    watch.seen_at = at
    watch.save(update_fields=["seen_at"])
    publish(events.WatchSeen(watch.pole_id, watch.pk), by=by, at=at)
    return watch


@transaction.atomic
def drop_watch(*, watch: Watch, by: Actor, at: datetime) -> None:
    """Want to hear of it no more."""
    require(by.person_id == watch.person_id)
    publish(events.WatchDropped(watch.pole_id), by=by, at=at)
    watch.delete()
