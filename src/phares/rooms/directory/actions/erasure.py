"""Acts that forget: a person who asks for it, and what no longer needs to be kept."""

from datetime import date, datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.forgetting import forget
from phares.rooms.commons.journal import publish
from phares.rooms.commons.known_names import Known
from phares.rooms.commons.refusals import require
from phares.rooms.directory import events, permissions, ways_in
from phares.rooms.directory.actions.people import NobodyWouldKeepDirectory, is_kept_without
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import make_findable
from phares.rooms.directory.models import (
    Consent,
    Invitation,
    MailChange,
    Mandate,
    Person,
    Pole,
    ReadingLink,
    RetentionPeriod,
    Structure,
)


@transaction.atomic
def erase_person(*, person: Person, pole: Pole | None = None, by: Actor, at: datetime) -> Person:
    """Remove a person's name and contact details everywhere (GDPR, article 17); their number stays.

    What they signed and did for others stays true under « personne effacée »; the journal holds numbers alone, and is
    not touched. The last person who keeps a pole's directory first hands it over.
    """
    require(permissions.can_erase_person(by, person, pole))
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return person
    today = timezone.localdate(at)
    for mandate in Mandate.objects.still(today).filter(person=person):
        if not by.job and not is_kept_without(mandate, today + timedelta(days=1)):
            raise NobodyWouldKeepDirectory
    poles = list(Pole.objects.filter(mandates__person=person).distinct())
    known = _known(person)
    _leave(person, today)
    _empty(person, at)
    _find_again(forget(known))
    for one in poles:
        publish(events.PersonErased(one.pk, person.pk), by=by, at=at)
    return person


def _known(person: Person) -> Known:
    """Return how texts may name the person, and which of their names nobody else here bears."""
    others = Person.objects.filter(erased_at=None).exclude(pk=person.pk)
    names = {"given_name": person.given_name, "family_name": person.family_name}
    only = tuple(
        name for field, name in names.items() if name and not others.filter(**{f"{field}__iexact": name}).exists()
    )
    mail = person.email or ""
    return Known(person.pk, **names, email=mail, phone=person.phone, only=only, instead=_("personne effacée"))


def _find_again(changed: list[Any]) -> None:
    """Write anew by which words the structures are found whose page told the person."""
    pages = {row.pk if isinstance(row, Structure) else getattr(row, "structure_id", None) for row in changed}
    for structure in Structure.objects.filter(pk__in=[pk for pk in pages if pk]):
        make_findable(structure)


def _leave(person: Person, today: date) -> None:
    """End what the person may do: mandates, open browsers, devices, letters on their way."""
    Mandate.objects.filter(person=person, from_on__gt=today).delete()
    Mandate.objects.still(today).filter(person=person).update(until_on=today)
    ways_in.close_browsers(person)
    ways_in.forget_mails(person)
    ways_in.forget_devices(person)
    for rows in (Invitation.objects, MailChange.objects, Consent.objects):
        rows.filter(person=person).delete()


def _empty(person: Person, at: datetime) -> None:
    """Keep the number alone."""
    person.given_name = person.family_name = person.phone = ""
    person.email, person.last_login = None, None
    person.is_active, person.erased_at = False, at
    person.save()


@transaction.atomic
def keep_no_longer(*, by: Actor, at: datetime) -> dict[str, int]:
    """Remove each kind of record once its period is over; return how many of each."""
    today = timezone.localdate(at)
    periods = {one.code: months_before(today, one.months) for one in RetentionPeriod.objects.on(today)}
    return {code: _KEPT[code](limit, by, at) for code, limit in periods.items() if code in _KEPT}


def months_before(day: date, months: int) -> date:
    """Return the same day so many months before, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), after - timedelta(days=1))


def _traces(limit: date, by: Actor, at: datetime) -> int:
    """Forget where people entered, once the session is over for so long."""
    Session.objects.filter(expire_date__lt=at).delete()
    gone = UserSession.objects.filter(created_at__date__lt=limit).exclude(
        session_key__in=Session.objects.values("session_key")
    )
    return int(gone.delete()[0])


def _invitations(limit: date, by: Actor, at: datetime) -> int:
    return Invitation.objects.filter(expires_at__date__lt=limit).delete()[0]


def _mail_changes(limit: date, by: Actor, at: datetime) -> int:
    return MailChange.objects.filter(asked_at__date__lt=limit).delete()[0]


def _reading_links(limit: date, by: Actor, at: datetime) -> int:
    over = Q(until_on__lt=limit) | Q(withdrawn_at__date__lt=limit)
    return ReadingLink.objects.filter(over).delete()[0]


def _consents(limit: date, by: Actor, at: datetime) -> int:
    return Consent.objects.filter(Q(until_on__lt=limit) | Q(withdrawn_on__lt=limit)).delete()[0]


def _people(limit: date, by: Actor, at: datetime) -> int:
    """Erase those who held their last mandate, and entered for the last time, before `limit`."""
    quiet = Person.objects.filter(Q(last_login__isnull=True) | Q(last_login__date__lt=limit), erased_at=None)
    gone = quiet.filter(mandates__isnull=False).exclude(mandates__in=Mandate.objects.still(limit)).distinct()
    return len([erase_person(person=person, by=by, at=at) for person in gone])


_KEPT = {
    "sign_in_traces": _traces,
    "invitations": _invitations,
    "mail_changes": _mail_changes,
    "reading_links": _reading_links,
    "consents": _consents,
    "people_gone": _people,
}
