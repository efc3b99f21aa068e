"""The acts of territory."""

from phares.rooms.territory.actions.addresses import bring_addresses
from phares.rooms.territory.actions.districts import bring_districts
from phares.rooms.territory.actions.figures import bring_figures
from phares.rooms.territory.actions.listening import read_voice, set_listening_rules, tell_of_voice
from phares.rooms.territory.actions.problem import (
    choose_figures,
    merge_problem,
    observe_problem,
    split_problem,
    write_problem,
)
from phares.rooms.territory.actions.response import (
    answer_problem,
    make_call_of_problem,
    make_need_of_problem,
    name_coordinator,
    note_result,
)
from phares.rooms.territory.actions.restitution import (
    begin_restitution,
    publish_restitution,
    tell_of_problem,
    told_now,
    translate_restitution,
    write_restitution,
)
from phares.rooms.territory.actions.table import bring_voices
from phares.rooms.territory.actions.taking_part import take_part
from phares.rooms.territory.actions.voice import (
    ask_to_take_part,
    erase_voice,
    forget_what_is_over,
    place_voice,
    say_voice,
)
from phares.rooms.territory.actions.workshop import (
    choose_cards,
    count_people,
    plan_workshop,
    send_minutes,
    turn_workshop,
)
from phares.rooms.territory.actions.workshop_closing import close_workshop
from phares.rooms.territory.actions.workshop_merging import merge_on_wall, part_on_wall
from phares.rooms.territory.actions.workshop_wall import (
    drop_decision,
    note_decision,
    place_dots,
    put_problem,
    sort_card,
    take_problem_off,
    write_card,
)

__all__ = [
    "answer_problem",
    "ask_to_take_part",
    "begin_restitution",
    "bring_addresses",
    "bring_districts",
    "bring_figures",
    "bring_voices",
    "choose_cards",
    "choose_figures",
    "close_workshop",
    "count_people",
    "drop_decision",
    "erase_voice",
    "forget_what_is_over",
    "make_call_of_problem",
    "make_need_of_problem",
    "merge_on_wall",
    "merge_problem",
    "name_coordinator",
    "note_decision",
    "note_result",
    "observe_problem",
    "part_on_wall",
    "place_dots",
    "place_voice",
    "plan_workshop",
    "publish_restitution",
    "put_problem",
    "read_voice",
    "say_voice",
    "send_minutes",
    "set_listening_rules",
    "sort_card",
    "split_problem",
    "take_part",
    "take_problem_off",
    "tell_of_problem",
    "tell_of_voice",
    "told_now",
    "translate_restitution",
    "turn_workshop",
    "write_card",
    "write_problem",
    "write_restitution",
]
