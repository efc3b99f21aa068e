"""Reads of reading links: those that a pole gave, the one that a browser has opened."""

from datetime import date

from django.db.models import QuerySet

from phares.rooms.directory.models import Pole, ReadingLink


def reading_links(pole: Pole) -> QuerySet[ReadingLink]:
    """Return the links that the pole gave, the latest first."""
    return ReadingLink.objects.filter(pole=pole)


def reading_link_open(pole: Pole, pk: int, day: date) -> ReadingLink | None:
    """Return a link of this pole that opens on `day`."""
    return ReadingLink.objects.open(day).filter(pole=pole, pk=pk).select_related("pole").first()


def reading_link_numbered(pole: Pole, pk: int) -> ReadingLink | None:
    """Return a link of this pole."""
    return ReadingLink.objects.filter(pole=pole, pk=pk).select_related("pole").first()
