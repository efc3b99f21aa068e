"""What a resident reads of what residents said before, and what became of it."""

from datetime import date
from typing import Any

from phares.rooms.cooperation.models import Cooperation, Item
from phares.rooms.cooperation.permissions import visible_cooperations
from phares.rooms.cooperation.queries.items import visible_items_with_holder
from phares.rooms.directory.actors import VISITOR, Actor
from phares.rooms.directory.models import Pole

MOST = 6


def show(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return what residents said to everybody, each with the public cooperation that came of it where there is one."""
    said = visible_items_with_holder(VISITOR, pole).needs().filter(structure=None).order_by("-said_on", "-pk")
    came = {
        one.match.need_id: one
        for one in visible_cooperations(VISITOR, pole).select_related("pole", "match")
        if one.match
    }
    voices = [_voice(item, came.get(item.pk), today) for item in said[:MOST]]
    return {"voices": voices} if voices else None


def _voice(item: Item, cooperation: Cooperation | None, today: date) -> dict[str, Any]:
    return {"item": item, "cooperation": cooperation, "is_open": item.is_open(today)}
