"""What the tests of territory share: saying something in one line."""

from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.directory.actors import VISITOR
from phares.rooms.territory import actions
from phares.rooms.territory.models import Voice

Say = Callable[..., Voice]


@pytest.fixture
def say(cast: Cast, now: datetime) -> Say:
    """Return a function that lets a visitor say something, read over and kept when asked."""
    numbers = count()

    def said(text: str, *, kept: bool = False, **more: Any) -> Voice:
        entry = {"mark": f"t{next(numbers)}", "by": VISITOR, "at": now, **more}
        voice = actions.say_voice(pole=cast.pole, text=text, **entry)
        if kept:
            voice = actions.read_voice(voice=voice, keep=True, by=cast.actor("maud"), at=now)
        return voice

    return said
