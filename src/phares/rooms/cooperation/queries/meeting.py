"""Reads on proposed times: those of a match, one of them, as far as the reader may see them."""

from django.utils import timezone

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Match, ProposedTime
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def times_of(actor: Actor, match: Match) -> list[ProposedTime]:
    """Return the times of a match that still mean something, to its two sides and to those who animate the pole."""
    if not permissions.sides_of(actor, match) and not permissions.can_propose_match(actor, match.pole):
        return []
    return [time for time in match.proposed_times.all() if time.accepted is not False]


def time_numbered(actor: Actor, pole: Pole, pk: int) -> ProposedTime | None:
    """Return one proposed time, to the two sides of its match."""
    visible = permissions.visible_matches(actor, pole)
    joins = [f"match__{end}{held}" for end in ("", "need__", "offer__") for held in ("structure", "group", "resident")]
    times = ProposedTime.objects.filter(match__in=visible).select_related("match__pole", "match__need", *joins)
    time = times.filter(pk=pk).first()
    return time if time is not None and permissions.sides_of(actor, time.match) else None


def times_waiting(actor: Actor, pole: Pole) -> list[ProposedTime]:
    """Return the times to come that wait for those acted for."""
    visible = permissions.visible_matches(actor, pole)
    joins = [f"match__{end}{held}" for end in ("", "need__", "offer__") for held in ("structure", "group", "resident")]
    waiting = ProposedTime.objects.filter(match__in=visible, answered_at=None, starts_at__gt=timezone.now())
    times = waiting.select_related("match__pole", "match__need", *joins)
    return [time for time in times if set(permissions.sides_of(actor, time.match)) - {time.side}]
