"""What everybody reads on the pole's first page: one story, and how much is done together."""

from datetime import date
from typing import Any

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.queries.figures import figures_of
from phares.rooms.cooperation.queries.story import story_of
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def show_story(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the story chosen by those who run the pole; nothing for a pole shown from public sources."""
    if pole.is_public_record:
        return None
    story = story_of(pole, today)
    may_choose = permissions.can_choose_story(actor, pole)
    return {"story": story, "may_choose": may_choose} if story or may_choose else None


def show_figures(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return how many cooperations there are and how many last; nothing for a pole shown from public sources."""
    return None if pole.is_public_record else {"figures": figures_of(actor, pole, today)}
