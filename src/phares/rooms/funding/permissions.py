"""Who may see and do what with calls and money: the only place that decides."""

from django.db.models import QuerySet

from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.funding.models import Grant


def can_keep_funding(actor: Actor, pole: Pole | int) -> bool:
    """Calls and grants are kept by those who run the pole and follow its money, or at the console."""
    return bool(actor.job) or actor.may("keep_funding", pole)


def can_see_grants(actor: Actor, pole: Pole | int) -> bool:
    """Whoever acts in the pole sees what it was granted and what it promised for that."""
    return bool(actor.job) or (actor.mandate is not None and actor.may("see_pole", pole))


def visible_grants(actor: Actor, pole: Pole) -> QuerySet[Grant]:
    """Return the grants that the actor may see."""
    grants = Grant.objects.filter(pole=pole).select_related("pole", "funder")
    return grants if can_see_grants(actor, pole) else grants.none()
