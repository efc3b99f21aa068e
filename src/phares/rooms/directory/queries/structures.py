"""Reads of structures: found by words and facets, one by its address, what a page still lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phares.rooms.commons.search import search_words
from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import LONGEST
from phares.rooms.directory.models import ActivityField, Membership, Pole, SearchWord, Structure

NOT_HERE = "aucune"


def structures_found(
    actor: Actor, pole: Pole, *, words: str = "", field: str = "", kind: str = "", day: date
) -> QuerySet[Structure]:
    """Return the structures that the actor may see and that match the words, the field and the kind held on `day`.

    The kind `NOT_HERE` keeps those that take part in no way on that day.
    """
    found = permissions.visible_structures(actor, pole)
    for word in search_words(words):
        found = found.filter(pk__in=structures_by_word(actor, pole, word))
    if field:
        works = Structure.fields.through.objects.filter(activityfield__code=field)
        found = permissions.structures_showing(found, "fields", actor, pole).filter(pk__in=works.values("structure"))
    if kind:
        found = _of_kind(found, kind, day)
    return found


def structures_by_word(actor: Actor, pole: Pole, word: str) -> QuerySet[Any, Any]:
    """Return the keys of the structures of which some word that the actor may read begins with `word`.

    What begins with a word lies between it and itself followed by the last letter of the alphabet: an index serves both
    databases alike, whatever their order of letters.
    """
    rows = SearchWord.objects.filter(pole=pole, word__gte=word[:LONGEST], word__lte=f"{word[:LONGEST]}{'z' * LONGEST}")
    return rows.filter(level__in=permissions.levels_read(actor, pole)).values("structure")


def _of_kind(found: QuerySet[Structure], kind: str, day: date) -> QuerySet[Structure]:
    """Keep the structures that take part in this way on `day`."""
    held = Membership.objects.on(day)
    if kind == NOT_HERE:
        return found.exclude(pk__in=held.values("structure"))
    return found.filter(pk__in=held.filter(kind=kind).values("structure"))


def field_counts(found: QuerySet[Structure]) -> list[tuple[ActivityField, int]]:
    """Return the fields of the structures found, each with how many of them work in it."""
    counted = ActivityField.objects.annotate(found=Count("structures", filter=Q(structures__in=found)))
    return [(field, field.found) for field in counted.filter(found__gt=0)]


def kind_counts(found: QuerySet[Structure], day: date) -> dict[str, int]:
    """Return in how many ways the structures found take part on `day`, and how many take part in none."""
    held = Membership.objects.on(day).filter(structure__in=found).order_by()
    rows = held.values("kind").annotate(count=Count("structure", distinct=True))
    return {row["kind"]: row["count"] for row in rows} | {NOT_HERE: _of_kind(found, NOT_HERE, day).count()}


@dataclass(frozen=True)
class Standing:
    """A structure with the ways in which it takes part on a day, or else the last one that is over."""

    structure: Structure
    held: list[Membership]
    last: Membership | None


def standing_of(found: Iterable[Structure] | QuerySet[Structure], day: date) -> list[Standing]:
    """Return the structures of a page with how they take part on `day`; three queries however many they are."""
    if isinstance(found, QuerySet):
        found = found.select_related("pole").prefetch_related(
            "fields", Prefetch("memberships", Membership.objects.order_by("from_on", "pk"))
        )
    return [_standing(structure, day) for structure in found]


def _standing(structure: Structure, day: date) -> Standing:
    """Return how one structure takes part on `day`, from what was read already."""
    known = list(structure.memberships.all())
    held = [one for one in known if one.from_on <= day and (one.until_on is None or one.until_on >= day)]
    over = [one for one in known if one.from_on <= day]
    return Standing(structure, held, over[-1] if over and not held else None)


def structure_named(actor: Actor, pole: Pole, slug: str) -> Structure | None:
    """Return the structure at this address when the actor may see it."""
    found = permissions.visible_structures(actor, pole).filter(slug=slug if slug.isprintable() else "")
    return found.select_related("pole").prefetch_related("fields", "memberships", "milestones").first()


def activity_fields_of(pole: Pole) -> QuerySet[ActivityField]:
    """Return the fields in which some structure of the pole works."""
    return ActivityField.objects.filter(structures__pole=pole).distinct()


def membership_numbered(pole: Pole, pk: int) -> Membership | None:
    """Return a membership of this pole."""
    return Membership.objects.filter(pk=pk, structure__pole=pole).select_related("structure__pole").first()


class Lack(NamedTuple):
    """What a structure's page lacks: the entry that would fill it, and its words."""

    entry: str
    words: Any

    def __str__(self) -> str:
        return str(self.words)


_COMPLETION = (
    Lack("mission", _("ce que fait la structure, en une phrase")),
    Lack("contact_email", _("une adresse électronique commune")),
    Lack("fields", _("les domaines où elle travaille")),
    Lack("location", _("où la trouver dans le pôle")),
    Lack("presentation", _("une présentation de quelques lignes")),
)


def next_missing(structure: Structure) -> Lack | None:
    """Return the next thing that a structure's page lacks; None when it is complete."""
    return next((lack for lack in _COMPLETION if not _said(structure, lack.entry)), None)


def _said(structure: Structure, entry: str) -> bool:
    """Say whether a structure has filled an entry."""
    return bool(structure.fields.all() if entry == "fields" else getattr(structure, entry))


def structures_to_complete(pole: Pole, day: date) -> QuerySet[Structure]:
    """Return those who take part and whose page lacks its first sentence or a way to write to them."""
    lacking = Structure.objects.filter(Q(mission="") | Q(contact_email=""), pole=pole, name_is_established=True)
    here = Membership.objects.on(day).values("structure")
    return lacking.filter(pk__in=here).select_related("pole")
