"""Reads of people: who holds which mandate, who is known to a pole, which residents act together."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from phares.rooms.commons.row_numbers import row_number
from phares.rooms.commons.search import search_text
from phares.rooms.directory.models import Mandate, Person, Pole, ResidentsGroup, Structure

MANDATE_ENDS_WITHIN = timedelta(days=60)


def mandates_of(person: Person, pole: Pole, day: date) -> list[Mandate]:
    """Return the person's mandates that hold on `day` in this pole, those for a structure first."""
    held = (
        Mandate.objects.on(day).filter(person=person, pole=pole).select_related("structure", "group", "pole", "person")
    )
    return sorted(held, key=lambda mandate: (mandate.structure_id is None, mandate.group_id is None, mandate.pk))


def all_mandates_of(person: Person, day: date) -> list[Mandate]:
    """Return the person's mandates that hold on `day`, in every pole."""
    held = Mandate.objects.on(day).filter(person=person).select_related("structure", "group", "pole", "person")
    return list(held.order_by("pole__name", "pk"))


def mandates_to_come(person: Person, pole: Pole, day: date) -> list[Mandate]:
    """Return the person's mandates in this pole that hold on `day` or will hold later."""
    held = Mandate.objects.still(day).filter(person=person, pole=pole).select_related("structure", "group", "pole")
    return list(held.order_by("from_on", "pk"))


def mandates_given(person: Person, pole: Pole) -> list[Mandate]:
    """Return every mandate that this pole has given the person, the latest first."""
    given = Mandate.objects.filter(person=person, pole=pole).select_related("structure", "group", "pole", "person")
    return list(given.order_by("-from_on", "-pk"))


def poles_of(person: Person, day: date) -> list[Pole]:
    """Return the poles in which the person holds a mandate on `day`."""
    return list(Pole.objects.filter(mandates__in=Mandate.objects.on(day).filter(person=person)).distinct())


def people_of(structure: Structure, day: date) -> list[Mandate]:
    """Return who acts for the structure on `day`."""
    return sorted(Mandate.objects.on(day).filter(structure=structure).select_related("person"), key=_by_name)


def _by_name(mandate: Mandate) -> tuple[str, int, int]:
    """Return what sorts mandates as a dictionary would, accents and capitals aside, on either database."""
    return search_text(str(mandate.person)), mandate.person_id, mandate.pk


@dataclass(frozen=True)
class PeopleListed:
    """The mandates of a pole: those that hold or will, and those that are over."""

    current: list[Mandate]
    over: list[Mandate]


def people_found(pole: Pole, day: date, asked: str = "") -> PeopleListed:
    """Return the mandates of the pole by person; one that begins later is there, so that nobody enters it twice.

    `asked` keeps those where each of its words begins one of the name, of the mail, of whom they act for, of the role.
    """
    words = search_text(asked).split()
    given = Mandate.objects.filter(pole=pole).select_related("person", "structure__pole", "group", "pole")
    going_on = Q(until_on__isnull=True) | Q(until_on__gte=day)
    over = given.exclude(going_on).order_by("-until_on", "pk")
    current = [one for one in given.filter(going_on) if _says(one, words)]
    return PeopleListed(sorted(current, key=_by_name), [one for one in over if _says(one, words)])


def _says(mandate: Mandate, words: list[str]) -> bool:
    """Say whether each of these words begins a word of a mandate's line."""
    person = mandate.person
    line = search_text(f"{person} {person.email or ''} {mandate.acts_for} {mandate.as_role.label}").split()
    return all(any(said.startswith(word) for said in line) for word in words)


def mandate_numbered(pole: Pole, pk: int) -> Mandate | None:
    """Return a mandate of this pole."""
    return Mandate.objects.filter(pk=pk, pole=pole).select_related("person", "pole").first()


def holder_of_mandate(pole: Pole, structure: int = 0, group: int = 0) -> dict[str, Structure | ResidentsGroup | None]:
    """Return for whom a mandate is given, among the structures and groups of this pole."""
    return {
        "structure": Structure.objects.filter(pole=pole, pk=structure).first(),
        "group": ResidentsGroup.objects.filter(pole=pole, pk=group).first(),
    }


def person_known(pole: Pole, pk: str) -> Person | None:
    """Return a person who holds or held a mandate in this pole."""
    return Person.objects.filter(pk=row_number(pk), mandates__pole=pole).distinct().first()


def person_with_mail(email: str) -> Person | None:
    """Return the person of this instance who enters with this mail, in whatever case it is written."""
    return Person.objects.filter(email__iexact=email).first() if email else None


def mandates_ending(pole: Pole, day: date) -> QuerySet[Mandate]:
    """Return the mandates that end within sixty days, the nearest first."""
    ending = Mandate.objects.on(day).filter(pole=pole, until_on__lte=day + MANDATE_ENDS_WITHIN)
    return ending.select_related("person", "structure", "group", "pole").order_by("until_on", "pk")


def residents_groups(pole: Pole) -> QuerySet[ResidentsGroup]:
    """Return the residents' groups of the pole."""
    return ResidentsGroup.objects.filter(pole=pole)


def residents_of(pole: Pole, day: date) -> QuerySet[Person]:
    """Return the residents known to the pole on `day`."""
    held = Mandate.objects.on(day).filter(pole=pole, role="resident")
    return Person.objects.filter(mandates__in=held).distinct().order_by("given_name", "family_name", "pk")
