"""Who may see, propose and answer matches."""

from django.db.models import Q, QuerySet

from phares.rooms.cooperation.models import Match
from phares.rooms.cooperation.models.item import Side
from phares.rooms.cooperation.permissions.acting import can_say, holds
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder


def can_propose_match(actor: Actor, pole: Pole) -> bool:
    """Those who animate the pole put people before each other."""
    return actor.may("see_week", pole) or actor.may("note_for_others", pole)


def side_holder(match: Match, side: str) -> Holder:
    """Return who answers for a side: the need's holder, or the helper."""
    return match.need.holder if side == Side.NEED else match.holder


def sides_of(actor: Actor, match: Match) -> list[str]:
    """Return the sides of the match for which the actor may answer."""
    return [side for side in Side.values if holds(actor, side_holder(match, side), match.pole_id, "say")]


def can_see_match(actor: Actor, match: Match) -> bool:
    """A match is seen by both sides; those who run the pole see its state and dates."""
    return bool(sides_of(actor, match)) or actor.may("see_week", match.pole_id)


def can_see_matches_of_pole(actor: Actor, pole: Pole) -> bool:
    """The list of matches is for those who answer for somebody, and for those who run the pole."""
    return can_say(actor, pole) or actor.may("see_week", pole)


def visible_matches(actor: Actor, pole: Pole) -> QuerySet[Match]:
    """Return the proposed matches in which one side is the structure or group acted for.

    Those who run the pole and those who note what others answer by phone see who was put before whom, and the dates.
    What one side set aside by itself was never put before anybody: no list and no page shows it.
    """
    matches = Match.objects.proposed().filter(pole=pole)
    if actor.may("see_week", pole) or actor.may("note_for_others", pole):
        return matches
    own = Q(pk__in=[])
    for name, held in (("structure_id", actor.structure_id), ("group_id", actor.group_id)):
        if held is not None and actor.may("say", pole):
            own |= Q(**{name: held}) | Q(**{f"need__{name}": held})
    return matches.filter(own)


def can_see_whom_to_meet(actor: Actor, pole: Pole) -> bool:
    """To whom nobody proposes anything is shown to the coordination alone: it is a call to make, never a mark."""
    return actor.may("see_whom_to_meet", pole)
