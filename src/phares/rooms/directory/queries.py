"""Reads of the directory: what its pages show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.search import search_words
from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import (
    ActivityField,
    Mandate,
    Membership,
    Milestone,
    Person,
    Pole,
    ResidentsGroup,
    Structure,
)


def pole_named(slug: str) -> Pole | None:
    """Return the pole at this address."""
    return Pole.objects.filter(slug=slug).first()


def poles() -> QuerySet[Pole]:
    """Return the poles of this instance."""
    return Pole.objects.all()


def mandates_of(person: Person, pole: Pole, day: date) -> list[Mandate]:
    """Return the person's mandates that hold on `day` in this pole, those for a structure first."""
    held = Mandate.objects.on(day).filter(person=person, pole=pole).select_related("structure", "group", "pole", "person")
    return sorted(held, key=lambda mandate: (mandate.structure_id is None, mandate.group_id is None, mandate.pk))


def poles_of(person: Person, day: date) -> list[Pole]:
    """Return the poles in which the person holds a mandate on `day`."""
    return list(Pole.objects.filter(mandates__in=Mandate.objects.on(day).filter(person=person)).distinct())


def structures_found(
    actor: Actor, pole: Pole, *, words: str = "", field: str = "", kind: str = "", day: date
) -> QuerySet[Structure]:
    """Return the structures that the actor may see and that match the words, the field and the kind held on `day`."""
    found = permissions.visible_structures(actor, pole)
    for word in search_words(words):
        found = found.filter(search_text__contains=word)
    if field:
        found = found.filter(fields__code=field)
    if kind:
        found = found.filter(memberships__in=Membership.objects.on(day).filter(kind=kind))
    return found.distinct().select_related("pole").prefetch_related("fields", _memberships_on(day))


def _memberships_on(day: date) -> "Prefetch[str, QuerySet[Membership], str]":
    return Prefetch("memberships", queryset=Membership.objects.on(day), to_attr="current_memberships")


def structure_named(actor: Actor, pole: Pole, slug: str) -> Structure | None:
    """Return the structure at this address when the actor may see it."""
    found = permissions.visible_structures(actor, pole).filter(slug=slug)
    return found.select_related("pole").prefetch_related("fields", "memberships", "milestones").first()


def people_of(structure: Structure, day: date) -> list[Mandate]:
    """Return who acts for the structure on `day`."""
    return list(Mandate.objects.on(day).filter(structure=structure).select_related("person"))


@dataclass(frozen=True)
class Presence:
    """Who was there on a day: the memberships that the reader may see, and how many others there were."""

    day: date
    memberships: Sequence[Membership]
    counts: Counter[str]
    not_shown: int

    @property
    def hosted(self) -> int:
        """Return how many structures were under the roof, shown or not."""
        return self.counts["hosted"]


def presence_on(actor: Actor, pole: Pole, day: date) -> Presence:
    """Return who took part in the pole on `day`; a structure that hides its card is counted, not named."""
    held = Membership.objects.on(day).filter(structure__pole=pole).select_related("structure__pole")
    everyone = list(held.order_by("structure__name", "structure_id"))
    visible = set(permissions.visible_structures(actor, pole).values_list("pk", flat=True))
    shown = [membership for membership in everyone if membership.structure_id in visible]
    return Presence(day, shown, Counter(one.kind for one in everyone), len(everyone) - len(shown))


def activity_fields_of(pole: Pole) -> QuerySet[ActivityField]:
    """Return the fields in which some structure of the pole works."""
    return ActivityField.objects.filter(structures__pole=pole).distinct()


def residents_groups(pole: Pole) -> QuerySet[ResidentsGroup]:
    """Return the residents' groups of the pole."""
    return ResidentsGroup.objects.filter(pole=pole)


def residents_of(pole: Pole, day: date) -> QuerySet[Person]:
    """Return the residents known to the pole on `day`."""
    held = Mandate.objects.on(day).filter(pole=pole, role="resident")
    return Person.objects.filter(mandates__in=held).distinct().order_by("given_name", "family_name", "pk")


def people_found(pole: Pole, day: date) -> list[Mandate]:
    """Return every mandate that holds on `day` in the pole, by person."""
    held = Mandate.objects.on(day).filter(pole=pole).select_related("person", "structure", "group")
    return list(held.order_by("person__given_name", "person__family_name", "pk"))


def membership_numbered(pole: Pole, pk: int) -> Membership | None:
    """Return a membership of this pole."""
    return Membership.objects.filter(pk=pk, structure__pole=pole).select_related("structure__pole").first()


def mandate_numbered(pole: Pole, pk: int) -> Mandate | None:
    """Return a mandate of this pole."""
    return Mandate.objects.filter(pk=pk, pole=pole).select_related("person", "pole").first()


def holder_of_mandate(pole: Pole, structure: int = 0, group: int = 0) -> dict[str, Structure | ResidentsGroup | None]:
    """Return for whom a mandate is given, among the structures and groups of this pole."""
    return {
        "structure": Structure.objects.filter(pole=pole, pk=structure).first(),
        "group": ResidentsGroup.objects.filter(pole=pole, pk=group).first(),
    }


def milestones_of(pole: Pole) -> QuerySet[Milestone]:
    """Return the dated events of the pole, oldest first."""
    return Milestone.objects.filter(pole=pole).select_related("structure")


def last_day_attested(pole: Pole) -> date | None:
    """Return the last day on which a source vouches for who was hosted."""
    attested = Membership.objects.filter(structure__pole=pole, kind="hosted", bounds="attested")
    return attested.order_by("-until_on").values_list("until_on", flat=True).first()


def supporters_of(pole: Pole, actor: Actor) -> QuerySet[Membership]:
    """Return those who support the pole or once did, as far as the reader may see them."""
    seen = permissions.visible_structures(actor, pole)
    return Membership.objects.filter(structure__in=seen, kind="support").select_related("structure__pole")


_COMPLETION = (
    ("mission", _("ce que fait la structure, en une phrase")),
    ("contact_email", _("une adresse électronique commune")),
    ("location", _("où la trouver dans le pôle")),
    ("presentation", _("une présentation de quelques lignes")),
)


def next_missing(structure: Structure) -> Any:
    """Return in words the next thing that a structure's page lacks; None when it is complete."""
    return next((words for name, words in _COMPLETION if not getattr(structure, name)), None)


MANDATE_ENDS_WITHIN = timedelta(days=60)


def mandates_ending(pole: Pole, day: date) -> QuerySet[Mandate]:
    """Return the mandates that end within sixty days, the nearest first."""
    ending = Mandate.objects.on(day).filter(pole=pole, until_on__lte=day + MANDATE_ENDS_WITHIN)
    return ending.select_related("person", "structure", "group", "pole").order_by("until_on", "pk")


def structures_to_complete(pole: Pole, day: date) -> QuerySet[Structure]:
    """Return those who take part and whose page lacks its first sentence or a way to write to them."""
    lacking = Structure.objects.filter(Q(mission="") | Q(contact_email=""), pole=pole, name_is_established=True)
    return lacking.filter(memberships__in=Membership.objects.on(day)).select_related("pole").distinct()
