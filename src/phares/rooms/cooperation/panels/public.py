"""What everybody reads on the pole's first page: one story, and how much is done together."""

from datetime import date
from typing import Any

from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.queries.figures import figures_of
from phares.rooms.cooperation.queries.story import Story, story_of
from phares.rooms.cooperation.templatetags.reasons import outright
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def show_story(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return the story chosen by those who run the pole; nothing for a pole shown from public sources."""
    if pole.is_public_record:
        return None
    story = story_of(pole)
    may_choose = permissions.can_choose_story(actor, pole)
    return {"story": story, "why": _why(story) if story else []} if story or may_choose else None


def _why(story: Story) -> list[dict[str, Any]]:
    """Return who was put together and why; a reason that both share is said once."""
    told: set[str] = set()
    lines = []
    for match in story.matches:
        reason = outright(match.reasons)
        lines.append({"match": match, "reason": "" if reason in told else reason})
        told.add(reason)
    return lines


def show_figures(actor: Actor, pole: Pole, today: date) -> dict[str, Any] | None:
    """Return how many cooperations there are and how many last; nothing for a pole shown from public sources."""
    return None if pole.is_public_record else {"figures": figures_of(actor, pole, today)}
