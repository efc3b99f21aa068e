"""What a structure's page shows of needs, offers and cooperations, as far as the reader may see them."""

from datetime import date
from typing import Any

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models import Party
from phares.rooms.cooperation.queries.items import visible_items_with_holder
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Structure

MOST = 6


def show(actor: Actor, structure: Structure, today: date) -> dict[str, Any] | None:
    """Return what waits there and what is done together; nothing where the reader sees neither."""
    items = list(visible_items_with_holder(actor, structure.pole).filter(structure=structure).open_on(today)[:MOST])
    parties = Party.objects.filter(structure=structure).values("cooperation_id")
    together = permissions.visible_cooperations(actor, structure.pole).agreed().filter(pk__in=parties)
    cooperations = list(together.select_related("pole")[:MOST])
    return {"items": items, "cooperations": cooperations} if items or cooperations else None
