"""Reads on gatherings: those to come, those that were, one of them."""

from django.db.models import QuerySet

from phares.rooms.directory.models import Gathering, Pole


def gatherings_of(pole: Pole) -> QuerySet[Gathering]:
    """Return the gatherings of the pole, the latest first."""
    return Gathering.objects.filter(pole=pole).select_related("pole")


def gathering_numbered(pole: Pole, pk: int) -> Gathering | None:
    """Return one gathering of the pole."""
    return gatherings_of(pole).filter(pk=pk).first()
