"""Who may see and do what in territory: the only place that decides."""

from phares.rooms.territory.permissions.voices import (
    can_listen,
    can_say_voice,
    can_set_listening_rules,
    visible_voices,
)

__all__ = ["can_listen", "can_say_voice", "can_set_listening_rules", "visible_voices"]
