"""Reads of structures: found by words and facets, one by its address, what a page still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, Min, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.cards import Card, card_of
from phares.rooms.directory.models import ActivityField, Goal, Membership, Pole, Sector, Structure, Tag
from phares.rooms.directory.models.membership import MembershipKind
from phares.rooms.directory.queries.finding import by_words, words_understood

NOT_HERE = "aucune"
MOST_TAGS = 12


def has_structures(pole: Pole) -> bool:
    """Say whether anybody has written a structure in this pole yet."""
    return Structure.objects.filter(pole=pole).exists()


def structures_found(
    actor: Actor,
    pole: Pole,
    *,
    words: str | Sequence[str] = "",
    field: str = "",
    kind: str = "",
    tag: str = "",
    goal: str = "",
    sector: str = "",
    day: date,
) -> QuerySet[Structure]:
    """Return the structures that the actor may see and that match the question; actors around the pole stand apart.

    Words come as written, or as `words_understood` returned them. The kind `NOT_HERE` keeps those that take part in no
    way on that day. A field that a structure keeps from this reader does not lead to it.
    """
    took_part = Exists(Membership.objects.filter(structure=OuterRef("pk")))
    read = words_understood(actor, pole, words) if isinstance(words, str) else words
    found = by_words(actor, pole, read).filter(Q(outside_kind="") | took_part)
    works = Structure.fields.through.objects
    facets: list[tuple[str, str, QuerySet[Any]]] = [
        ("fields", field, works.filter(activityfield__code=field)),
        ("fields", sector, works.filter(activityfield__sector__code=sector)),
        ("goals", goal, Structure.goals.through.objects.filter(goal__code=goal)),
        ("tags", tag, Tag.objects.filter(plain=tag)),
    ]
    for name, asked, rows in facets:
        if asked:
            found = permissions.structures_showing(found, name, actor, pole)
            found = found.filter(Exists(rows.filter(structure=OuterRef("pk"))))
    return _of_kind(found, kind, day) if kind else found


def _of_kind(found: QuerySet[Structure], kind: str, day: date) -> QuerySet[Structure]:
    """Keep the structures that take part in this way on `day`."""
    held = Membership.objects.on(day).filter(structure=OuterRef("pk"))
    return found.filter(~Exists(held) if kind == NOT_HERE else Exists(held.filter(kind=kind)))


def field_counts(found: QuerySet[Structure]) -> list[tuple[ActivityField, int]]:
    """Return the fields of the structures found, each with how many of them work in it."""
    counted = ActivityField.objects.filter(structures__in=found).annotate(found=Count("structures")).order_by("code")
    return [(field, field.found) for field in counted]


def sector_counts(found: QuerySet[Structure]) -> list[tuple[Sector, int]]:
    """Return the sectors of the structures found, each with how many of them work in one of its fields."""
    counted = Sector.objects.filter(fields__structures__in=found)
    counted = counted.annotate(found=Count("fields__structures", distinct=True)).order_by("code")
    return [(sector, sector.found) for sector in counted]


def goal_counts(found: QuerySet[Structure]) -> list[tuple[Goal, int]]:
    """Return the goals of the structures found, each with how many of them serve it."""
    counted = Goal.objects.filter(structures__in=found).annotate(found=Count("structures")).order_by("number")
    return [(goal, goal.found) for goal in counted]


def tag_counts(found: QuerySet[Structure]) -> list[tuple[str, str, int]]:
    """Return the tags that most of the structures found bear: as searched, as one of them writes it, how many."""
    rows = Tag.objects.filter(structure__in=found).order_by().values("plain")
    most = rows.annotate(count=Count("pk"), written=Min("words")).order_by("-count", "plain")[:MOST_TAGS]
    return [(row["plain"], row["written"], row["count"]) for row in most]


def kind_counts(found: QuerySet[Structure], day: date) -> dict[str, int]:
    """Return in how many ways the structures found take part on `day`, and how many take part in none."""
    held = Membership.objects.on(day).filter(structure=OuterRef("pk"))
    counts = {kind: Count("pk", filter=Exists(held.filter(kind=kind))) for kind in MembershipKind.values}
    counted = found.aggregate(**counts, **{NOT_HERE: Count("pk", filter=~Exists(held))})
    return {kind: count for kind, count in counted.items() if count or kind == NOT_HERE}


@dataclass(frozen=True)
class Standing:
    """A structure with the ways in which it takes part on a day, or else the last one that is over."""

    card: Card
    held: list[Membership]
    last: Membership | None

    @property
    def structure(self) -> Structure:
        """Return the structure itself: its name, its sentence and its address."""
        return self.card.structure


def standing_of(found: QuerySet[Structure], actor: Actor, day: date) -> list[Standing]:
    """Return the structures of a page with how they take part on `day`; five queries however many they are."""
    return [standing(one, actor, day) for one in with_standing(found)]


def with_standing(found: QuerySet[Structure]) -> QuerySet[Structure]:
    """Return the same structures, read together with all that tells how each takes part."""
    return found.prefetch_related(
        "fields", "tags", "field_visibilities", Prefetch("memberships", Membership.objects.order_by("from_on", "pk"))
    )


def standing(structure: Structure, actor: Actor, day: date) -> Standing:
    """Return how one structure takes part on `day`, from what was read already."""
    known = list(structure.memberships.all())
    held = [one for one in known if one.holds_on(day)]
    over = [one for one in known if one.from_on <= day]
    return Standing(card_of(actor, structure), held, over[-1] if over and not held else None)


def structure_named(actor: Actor, pole: Pole, slug: str) -> Structure | None:
    """Return the structure at this address when the actor may see it."""
    found = permissions.visible_structures(actor, pole).filter(slug=slug if slug.isprintable() else "")
    return (
        found.select_related("pole")
        .prefetch_related("goals", "tags", "memberships", "milestones", "sizes", "field_visibilities")
        .prefetch_related(Prefetch("fields", ActivityField.objects.select_related("sector")))
        .prefetch_related("capacities__domain", "photos")
        .first()
    )


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
    page: str = "directory:describe_structure"

    def __str__(self) -> str:
        return str(self.words)


_COMPLETION = (
    Lack("mission", _("ce que fait la structure, en une phrase")),
    Lack("contact_email", _("une adresse électronique commune")),
    Lack("fields", _("les domaines où elle travaille")),
    Lack("location", _("où la trouver dans le pôle")),
    Lack("presentation", _("une présentation de quelques lignes")),
    Lack("capacities", _("un savoir-faire ou un moyen qu’elle peut mettre en commun"), "directory:say_capacities"),
    Lack("siret", _("son numéro SIRET ou RNA"), "directory:identify_structure"),
    Lack("photos", _("une photo"), "directory:add_photo"),
)


def next_missing(structure: Structure) -> Lack | None:
    """Return the next thing that a structure's page lacks; None when it is complete."""
    return next((lack for lack in _COMPLETION if not _said(structure, lack.entry)), None)


def _said(structure: Structure, entry: str) -> bool:
    """Say whether a structure has filled an entry; an association may have no SIRET, its own number does as well."""
    value = getattr(structure, entry) or (structure.rna if entry == "siret" else "")
    return bool(value.all() if hasattr(value, "all") else value)


def structures_to_complete(pole: Pole, day: date) -> QuerySet[Structure]:
    """Return those who take part and whose page lacks its first sentence or a way to write to them."""
    lacking = Structure.objects.filter(Q(mission="") | Q(contact_email=""), pole=pole, name_is_established=True)
    here = Membership.objects.on(day).values("structure")
    return lacking.filter(pk__in=here).select_related("pole")
