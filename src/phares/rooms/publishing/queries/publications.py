"""Reads of everything published on an installation, whatever the pole: a resource centre publishes for several."""

from collections.abc import Iterable

from django.db.models import QuerySet

from phares.rooms.directory.permissions import structure_is_public
from phares.rooms.publishing import permissions
from phares.rooms.publishing.models import ExperienceSheet, Publisher
from phares.rooms.publishing.queries.sheets import IndexLine, lines_naming


def publisher_named(slug: str) -> Publisher | None:
    """Return a publisher of whom everybody reads a sheet; one whose sheets are not out yet is not known."""
    return Publisher.objects.filter(slug=slug, pk__in=permissions.public_sheets().values("publisher")).first()


def published_by(publisher: Publisher | None) -> QuerySet[ExperienceSheet]:
    """Return what a publisher published in all its poles; without one, what everybody did."""
    seen = permissions.public_sheets()
    return seen.filter(publisher=publisher) if publisher is not None else seen


def publication_lines(found: Iterable[ExperienceSheet]) -> list[IndexLine]:
    """Return the lines of one page, as everybody may know them."""
    return lines_naming(structure_is_public("structure__"), found)
