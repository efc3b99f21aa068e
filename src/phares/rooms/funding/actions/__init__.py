"""The acts of funding, one file per noun."""

from phares.rooms.funding.actions.application import (
    add_member,
    answer_invitation,
    begin_application,
    choose_group,
    invite_members,
    remove_member,
    say_go,
    share_out,
    take_team,
)
from phares.rooms.funding.actions.call import (
    ask_paper,
    ask_rule,
    ask_skill,
    change_call,
    keep_reference_calls,
    note_call,
    take_row_off,
)
from phares.rooms.funding.actions.call_import import bring_calls, write_calls
from phares.rooms.funding.actions.composition import ask_for_teams, find_teams
from phares.rooms.funding.actions.file import bring_to_file, file_application, keep_paper, write_budget
from phares.rooms.funding.actions.grant import (
    open_grant,
    plan_payment,
    promise_indicator,
    receive_payment,
    remove_indicator,
    remove_payment,
    send_grant_report,
)
from phares.rooms.funding.actions.proposed_indicator import propose_indicator, take_indicator_back
from phares.rooms.funding.actions.result import Won, record_result
from phares.rooms.funding.actions.watch import drop_watch, look_at_watch, save_watch, stop_watch

__all__ = [
    "Won",
    "add_member",
    "answer_invitation",
    "ask_for_teams",
    "ask_paper",
    "ask_rule",
    "ask_skill",
    "begin_application",
    "bring_calls",
    "bring_to_file",
    "change_call",
    "choose_group",
    "drop_watch",
    "file_application",
    "find_teams",
    "invite_members",
    "keep_paper",
    "keep_reference_calls",
    "look_at_watch",
    "note_call",
    "open_grant",
    "plan_payment",
    "promise_indicator",
    "propose_indicator",
    "receive_payment",
    "record_result",
    "remove_indicator",
    "remove_member",
    "remove_payment",
    "save_watch",
    "say_go",
    "send_grant_report",
    "share_out",
    "stop_watch",
    "take_indicator_back",
    "take_row_off",
    "take_team",
    "write_budget",
    "write_calls",
]
