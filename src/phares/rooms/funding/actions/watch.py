"""Acts on watches: saying what one wants to hear of, looking at it, wanting it no more."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation.models.letter import When
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding import events, permissions
from phares.rooms.funding.models import Watch
from phares.rooms.funding.models.call import CallKind

MOST = 12


@transaction.atomic
def save_watch(
    *, pole: Pole, words: str = "", kind: str = "", mailed: str = When.WEEKLY, by: Actor, at: datetime
) -> Watch:
    """Keep a search: calls noted from now on that match it are told on one's home, and by mail as one wishes."""
    require(permissions.can_watch(by, pole) and by.person is not None)
    if mailed not in When.values or kind not in {"", *CallKind.values}:
        raise Refusal(_("Ce que dit ce formulaire n’est pas compris."))
    Pole.objects.select_for_update().get(pk=pole.pk)
    if Watch.objects.filter(pole=pole, person=by.person_id or 0).count() >= MOST:
        raise Refusal(_("Douze veilles, c’est déjà beaucoup : retirez-en une."))
    watch, is_new = Watch.objects.get_or_create(
        pole=pole,
        person_id=by.person_id or 0,
        words=words.strip()[:80],
        kind=kind,
        defaults={"saved_at": at, "seen_at": at, "mailed": mailed},
    )
    if not is_new and watch.mailed != mailed:
        watch.mailed = mailed
        watch.save(update_fields=["mailed"])
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
def stop_watch(*, watch: Watch, at: datetime) -> Watch:
    """Tell it by mail no more, for whoever holds the link that only its mails carry; the watch itself stays."""
    watch.mailed = When.NEVER
    watch.save(update_fields=["mailed"])
    publish(events.WatchMailsStopped(watch.pole_id, watch.pk), by=Actor(person=watch.person), at=at)
    return watch


@transaction.atomic
def drop_watch(*, watch: Watch, by: Actor, at: datetime) -> None:
    """Want to hear of it no more."""
    require(by.person_id == watch.person_id)
    publish(events.WatchDropped(watch.pole_id), by=by, at=at)
    watch.delete()
