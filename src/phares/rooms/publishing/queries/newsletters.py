"""Reads of newsletters: the archive, one of them, who acts in the pole and can be written to."""

from datetime import date

from django.db.models import QuerySet

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Pole
from phares.rooms.publishing import permissions
from phares.rooms.publishing.models import Newsletter, Subscription


def newsletters_of(actor: Actor, pole: Pole) -> QuerySet[Newsletter]:
    """Return the newsletters that the actor may read, the latest first."""
    return permissions.visible_newsletters(actor, pole)


def newsletter_numbered(actor: Actor, pole: Pole, pk: int) -> Newsletter | None:
    """Return a newsletter that the actor may read."""
    return permissions.visible_newsletters(actor, pole).filter(pk=pk).select_related("pole").first()


def people_addresses(pole: Pole, day: date) -> dict[str, str]:
    """Return the mails of those who act in the pole on a day, each with its language."""
    held = Mandate.objects.on(day).filter(pole=pole, person__email__isnull=False, person__is_active=True)
    return dict(held.values_list("person__email", "person__language"))


def subscription_with(pole: Pole, token: str) -> Subscription | None:
    """Return the subscription whose own address this is."""
    return Subscription.objects.filter(pole=pole, token=token).select_related("pole").first()
