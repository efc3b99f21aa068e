"""Reads of everything published on an installation, whatever the pole: a resource centre publishes for several."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from phares.rooms.directory.permissions import structure_is_public
from phares.rooms.publishing import permissions
from phares.rooms.publishing.models import ExperienceSheet, Publisher
from phares.rooms.publishing.queries.sheets import MOST_FACETS, Facets, IndexLine, index_facets, lines_naming


def publisher_named(slug: str) -> Publisher | None:
    """Return a publisher of whom everybody reads a sheet; one whose sheets are not out yet is not known."""
    return Publisher.objects.filter(slug=slug, pk__in=permissions.public_sheets().values("publisher")).first()


def published_by(publisher: Publisher | None) -> QuerySet[ExperienceSheet]:
    """Return what a publisher published in all its poles; without one, what everybody did."""
    seen = permissions.public_sheets()
    return seen.filter(publisher=publisher) if publisher is not None else seen


def publication_facets(seen: QuerySet[ExperienceSheet]) -> Facets:
    """Return by what an index across poles can be read: as one pole's, and by rubric and by pole."""
    plain = seen.order_by()
    rubrics = plain.filter(rubric__isnull=False).values_list("rubric__slug").annotate(count=Count("pk"))
    names = dict(plain.filter(rubric__isnull=False).values_list("rubric__slug", "rubric__name").distinct())
    poles = plain.values_list("pole__slug", "pole__name").annotate(count=Count("pk")).order_by("-count", "pole__slug")
    return {
        **index_facets(seen),
        "rubric": [
            (slug, names[slug], count) for slug, count in rubrics.order_by("-count", "rubric__slug")[:MOST_FACETS]
        ],
        "pole": [(slug, name, count) for slug, name, count in poles[:MOST_FACETS]],
    }


def publication_lines(found: Iterable[ExperienceSheet]) -> list[IndexLine]:
    """Return the lines of one page, as everybody may know them."""
    return lines_naming(structure_is_public("structure__"), found)
