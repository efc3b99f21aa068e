"""Who may see and do what in territory: the only place that decides."""

from phares.rooms.territory.permissions.problems import (
    can_answer_problem,
    can_make_call,
    can_note_result,
    can_observe,
    can_write_problem,
)
from phares.rooms.territory.permissions.together import can_run_workshop, can_see_wall, can_write_restitution
from phares.rooms.territory.permissions.voices import (
    can_listen,
    can_say_voice,
    can_set_listening_rules,
    visible_voices,
)

__all__ = [
    "can_answer_problem",
    "can_listen",
    "can_make_call",
    "can_note_result",
    "can_observe",
    "can_run_workshop",
    "can_say_voice",
    "can_see_wall",
    "can_set_listening_rules",
    "can_write_problem",
    "can_write_restitution",
    "visible_voices",
]
