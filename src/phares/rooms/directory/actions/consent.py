"""Acts on consents: agreeing to one thing until a day, and taking it back."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Consent, Person, Pole
from phares.rooms.directory.models.consent import ConsentManner

LONGEST = timedelta(days=3 * 365)


class ConsentTooLong(Refusal):
    """The last day is past, or more than three years away."""

    sentence = _("Un accord dure trois ans au plus : choisissez un dernier jour, d’aujourd’hui à dans trois ans.")


class ConsentOver(Refusal):
    """The consent holds no more."""

    sentence = _("Cet accord est déjà fini ou retiré.")


@transaction.atomic
def give_consent(
    *, person: Person, pole: Pole, purpose: str, manner: str, until_on: date, by: Actor, at: datetime
) -> Consent:
    """Write down that a person agrees to one thing until a day; it replaces what they said of it before."""
    require(permissions.can_note_consent(by, person, pole))
    today = timezone.localdate(at)
    if not today <= until_on <= today + LONGEST:
        raise ConsentTooLong(field="until_on")
    Person.objects.select_for_update().get(pk=person.pk)  # two at once must not leave two that hold
    Consent.objects.on(today).filter(person=person, pole=pole, purpose=purpose).update(withdrawn_on=today)
    consent = Consent.objects.create(
        pole=pole,
        person=person,
        purpose=purpose,
        manner=ConsentManner.SITE if by.person == person else manner,
        given_on=today,
        until_on=until_on,
        noted_by=by.person,
    )
    publish(events.ConsentGiven(pole.pk, consent.pk, person.pk), by=by, at=at)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, by: Actor, at: datetime) -> None:
    """Take back what was agreed, from today on, as easily as it was given (GDPR, article 7 (3))."""
    require(permissions.can_note_consent(by, consent.person, consent.pole))
    today = timezone.localdate(at)
    if not Consent.objects.on(today).filter(pk=consent.pk).update(withdrawn_on=today):
        raise ConsentOver
    publish(events.ConsentWithdrawn(consent.pole_id, consent.pk, consent.person_id), by=by, at=at)
