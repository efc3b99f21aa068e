"""Work of territory done each day: what is over is forgotten."""

from datetime import datetime

from phares.rooms.directory.actors import job
from phares.rooms.territory import actions

FORGET_VOICES = "forget_voices"


def forget_voices(day_number: int, at: datetime) -> None:
    """Erase the words whose day has passed, and the contacts whose day has come."""
    actions.forget_what_is_over(by=job("retention"), at=at)
