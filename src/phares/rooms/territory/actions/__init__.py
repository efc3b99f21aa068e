"""The acts of territory."""

from phares.rooms.territory.actions.districts import bring_districts
from phares.rooms.territory.actions.figures import bring_figures
from phares.rooms.territory.actions.listening import read_voice, set_listening_rules, tell_of_voice
from phares.rooms.territory.actions.problem import merge_problem, observe_problem, split_problem, write_problem
from phares.rooms.territory.actions.response import answer_problem, name_coordinator, note_result
from phares.rooms.territory.actions.table import bring_voices
from phares.rooms.territory.actions.voice import (
    ask_to_take_part,
    erase_voice,
    forget_what_is_over,
    place_voice,
    say_voice,
)

__all__ = [
    "answer_problem",
    "ask_to_take_part",
    "bring_districts",
    "bring_figures",
    "bring_voices",
    "erase_voice",
    "forget_what_is_over",
    "merge_problem",
    "name_coordinator",
    "note_result",
    "observe_problem",
    "place_voice",
    "read_voice",
    "say_voice",
    "set_listening_rules",
    "split_problem",
    "tell_of_voice",
    "write_problem",
]
