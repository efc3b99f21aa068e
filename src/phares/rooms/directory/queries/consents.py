"""Reads of consents: what a person agreed to, whose contact details may be shown."""

from datetime import date

from phares.rooms.directory.models import Consent, Mandate, Person, Pole
from phares.rooms.directory.models.consent import Purpose


def consents_of(person: Person, pole: Pole) -> list[Consent]:
    """Return all that a person agreed to in this pole, the latest first."""
    return list(Consent.objects.filter(person=person, pole=pole).select_related("noted_by", "pole"))


def consents_holding(person: Person, pole: Pole, day: date) -> dict[str, Consent]:
    """Return what the person agrees to on `day`, by purpose."""
    return {one.purpose: one for one in Consent.objects.on(day).filter(person=person, pole=pole)}


def consent_numbered(person: Person, pole: Pole, pk: int) -> Consent | None:
    """Return one thing that the person agreed to in this pole."""
    return Consent.objects.filter(person=person, pole=pole, pk=pk).select_related("person", "pole").first()


def contacts_shown(mandates: list[Mandate], pole: Pole, day: date) -> frozenset[int]:
    """Return the ids of those, among the holders of these mandates, who agree that the pole reads how to reach them."""
    agreed = Consent.objects.on(day).filter(pole=pole, purpose=Purpose.CONTACT_SHOWN)
    held = agreed.filter(person__in=[mandate.person_id for mandate in mandates])
    return frozenset(held.values_list("person_id", flat=True))


def known_on_paper(pole: Pole, day: date) -> list[Person]:
    """Return the residents and spokespersons without mail whom the pole knows on `day`, as in a dictionary."""
    held = Mandate.objects.on(day).filter(pole=pole, role__in=("resident", "spokesperson"))
    people = Person.objects.filter(mandates__in=held, email=None).distinct()
    return list(people.order_by("given_name", "family_name", "pk"))
