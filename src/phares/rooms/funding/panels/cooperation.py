"""What a cooperation's page says of the call that it comes from: what was granted, and the budget of its partners."""

from datetime import date
from typing import Any

from phares.rooms.cooperation.models import Cooperation
from phares.rooms.directory.actors import Actor
from phares.rooms.funding import budget, permissions
from phares.rooms.funding.queries import team


def show(actor: Actor, cooperation: Cooperation, today: date) -> dict[str, Any] | None:
    """Return the answer and the grants that this reader may see; the budget is its partners' and the pole's."""
    grants = list(permissions.visible_grants(actor, cooperation.pole).filter(cooperation=cooperation))
    answered = permissions.visible_applications(actor, cooperation.pole).filter(cooperation=cooperation).first()
    if not grants and answered is None:
        return None
    table = budget.budget_of(answered.call, team.members_of(answered)) if answered else None
    return {"grants": grants, "application": answered, "table": table}
