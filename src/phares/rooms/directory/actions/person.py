"""Acts on what is known of a person: putting it right."""

from datetime import datetime

from django.db import transaction

from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import require
from phares.rooms.directory import events, permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole


@transaction.atomic
def correct_person(
    *,
    person: Person,
    given_name: str,
    family_name: str = "",
    phone: str = "",
    language: str = "fr",
    pole: Pole | None = None,
    by: Actor,
    at: datetime,
) -> Person:
    """Put right a name, a phone or a language (GDPR, article 16); what was signed keeps the words it had."""
    require(permissions.can_correct_person(by, person, pole))
    person.given_name, person.family_name, person.phone, person.language = given_name, family_name, phone, language
    person.save(update_fields=["given_name", "family_name", "phone", "language"])
    publish(events.PersonCorrected(pole.pk if pole else None, person.pk), by=by, at=at)
    return person
