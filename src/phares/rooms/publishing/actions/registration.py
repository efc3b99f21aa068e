"""Acts around a gathering: opening its list, coming, coming no more; a freed place goes to the first who waits."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phares.rooms.commons import due
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering
from phares.rooms.publishing import events, permissions
from phares.rooms.publishing.models import Registration, RegistrationList
from phares.rooms.publishing.models.registration import Standing

MOST_PEOPLE, MOST_PLACES, MOST_REGISTRATIONS = 10, 5000, 5000
FORGOTTEN_AFTER = timedelta(days=30)
FORGET = "forget_registrations"


class ListClosed(Refusal):
    """The gathering has begun, is called off, or takes no names."""

    sentence = gettext_lazy("On ne s’inscrit plus à cette rencontre.")


class AlreadyComing(Refusal):
    """This mail is on the list."""

    sentence = gettext_lazy("Cette adresse électronique est déjà inscrite : le message reçu permet d’annuler.")


@transaction.atomic
def open_registrations(
    *,
    gathering: Gathering,
    places: int | None = None,
    ends_at: datetime | None = None,
    words: str = "",
    by: Actor,
    at: datetime,
) -> RegistrationList:
    """Open the list of those who come, or change how many may: those who wait move up when there are more places."""
    require(permissions.can_keep_registrations(by, gathering.pole))
    if places is not None and not 1 <= places <= MOST_PLACES:
        raise Refusal(_("Ce nombre de places n’est pas possible."), field="places")
    if ends_at is not None and ends_at <= gathering.starts_at:
        raise Refusal(_("La fin vient avant le début."), field="ends_at")
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    kept = {"places": places, "ends_at": ends_at, "words": words.strip(), "cancelled_at": None}
    opened, _new = RegistrationList.objects.update_or_create(
        gathering=gathering, defaults=kept, create_defaults={**kept, "opened_at": at}
    )
    _move_up(opened)
    due.schedule(FORGET, opened.pk, (ends_at or gathering.starts_at) + FORGOTTEN_AFTER)
    publish(events.RegistrationsOpened(gathering.pole_id, gathering.pk), by=by, at=at)
    return opened


@transaction.atomic
def register(
    *,
    opened: RegistrationList,
    name: str,
    email: str = "",
    phone: str = "",
    people: int = 1,
    language: str = "fr",
    by: Actor,
    at: datetime,
) -> Registration:
    """Say that one comes, with others or alone; once the places are taken, one waits.

    Nobody needs an account. Two at once for the last place: the list is locked, one of them waits.
    """
    opened = RegistrationList.objects.select_for_update().select_related("gathering").get(pk=opened.pk)
    if opened.cancelled_at is not None or opened.gathering.starts_at <= at:
        raise ListClosed
    if not name.strip():
        raise Refusal(_("Dites un nom."), field="name")
    if not email and not phone.strip():
        raise Refusal(_("Laissez un moyen de vous prévenir : une adresse électronique ou un téléphone."), field="phone")
    if not 1 <= people <= MOST_PEOPLE:
        raise Refusal(_("De une à dix personnes par inscription."), field="people")
    still = opened.registrations.exclude(standing=Standing.CANCELLED)
    if email and still.filter(email=email.lower()).exists():
        raise AlreadyComing(field="email")
    if still.count() >= MOST_REGISTRATIONS:
        raise ListClosed
    left = places_left(opened)
    fits = left is None or (people <= left and not still.filter(standing=Standing.WAITING).exists())
    registration = Registration.objects.create(
        list=opened,
        name=name.strip(),
        email=email.lower(),
        phone=phone.strip(),
        people=people,
        standing=Standing.COMING if fits else Standing.WAITING,
        token=secrets.token_urlsafe(32),
        language=language,
        registered_at=at,
    )
    publish(events.Registered(opened.gathering.pole_id, opened.gathering_id, registration.pk), by=by, at=at)
    return registration


def places_left(opened: RegistrationList) -> int | None:
    """Return how many places are left; None where everybody may come."""
    if opened.places is None:
        return None
    taken = sum(opened.registrations.filter(standing=Standing.COMING).values_list("people", flat=True))
    return max(opened.places - taken, 0)


@transaction.atomic
def cancel_registration(*, registration: Registration, by: Actor, at: datetime) -> Registration:
    """Say that one comes no more; whoever holds the registration's own address may, and those who keep the list."""
    opened = RegistrationList.objects.select_for_update().select_related("gathering").get(pk=registration.list_id)
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    if registration.standing == Standing.CANCELLED:
        return registration
    registration.standing = Standing.CANCELLED
    registration.save(update_fields=["standing"])
    moved = _move_up(opened)
    publish(events.RegistrationCancelled(opened.gathering.pole_id, opened.gathering_id, registration.pk), by=by, at=at)
    for one in moved:
        publish(events.MovedUp(opened.gathering.pole_id, opened.gathering_id, one.pk), by=by, at=at)
    return registration


def _move_up(opened: RegistrationList) -> list[Registration]:
    """Give free places to those who wait, in the order in which they came; one that is too many lets no other pass."""
    moved: list[Registration] = []
    left = places_left(opened)
    for waiting in opened.registrations.filter(standing=Standing.WAITING).order_by("registered_at", "pk"):
        if left is not None and waiting.people > left:
            break
        waiting.standing = Standing.COMING
        waiting.save(update_fields=["standing"])
        left = None if left is None else left - waiting.people
        moved.append(waiting)
    return moved


@transaction.atomic
def call_off(*, opened: RegistrationList, by: Actor, at: datetime) -> RegistrationList:
    """Call a gathering off: those who come are told, nobody registers any more."""
    require(permissions.can_keep_registrations(by, opened.gathering.pole))
    opened = RegistrationList.objects.select_for_update().select_related("gathering").get(pk=opened.pk)
    if opened.cancelled_at is None:
        opened.cancelled_at = at
        opened.save(update_fields=["cancelled_at"])
        publish(events.GatheringCalledOff(opened.gathering.pole_id, opened.gathering_id), by=by, at=at)
    return opened


def forget_registrations(list_id: int, at: datetime) -> None:
    """Erase who came, once the day is well past: how many came stays in the journal."""
    Registration.objects.filter(list=list_id).delete()
