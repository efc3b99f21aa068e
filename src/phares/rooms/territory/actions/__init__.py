"""The acts of territory."""

from phares.rooms.territory.actions.districts import bring_districts
from phares.rooms.territory.actions.listening import read_voice, set_listening_rules, tell_of_voice
from phares.rooms.territory.actions.table import bring_voices
from phares.rooms.territory.actions.voice import (
    ask_to_take_part,
    erase_voice,
    forget_what_is_over,
    place_voice,
    say_voice,
)

__all__ = [
    "ask_to_take_part",
    "bring_districts",
    "bring_voices",
    "erase_voice",
    "forget_what_is_over",
    "place_voice",
    "read_voice",
    "say_voice",
    "set_listening_rules",
    "tell_of_voice",
]
