"""What cooperation shows on the page of a bourse: what was brought, one's own to bring, what was signed."""

from datetime import date
from typing import Any

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.queries import bourse as queries
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Gathering


def show(actor: Actor, gathering: Gathering, today: date) -> dict[str, Any] | None:
    """Return what was brought to a bourse, as far as the reader may see; nothing for another kind of gathering."""
    if not gathering.is_bourse:
        return None
    return {
        "gathering": gathering,
        "bourse": queries.bourse_of(actor, gathering, today),
        "own": list(queries.own_items_to_bring(actor, gathering, today)),
        "can_run": permissions.can_run_bourse(actor, gathering),
        "is_member": actor.mandate is not None,
    }
