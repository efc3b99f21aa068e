"""The acts of publishing, one file per noun."""

from phares.rooms.publishing.actions.imported import FileNotRead, correct_line, import_sheet
from phares.rooms.publishing.actions.newsletter import (
    ask_for_newsletters,
    confirm_subscription,
    draft_newsletter,
    send_newsletter,
    unsubscribe,
    write_newsletter,
)
from phares.rooms.publishing.actions.photo import describe_photo, keep_photo, remove_photo
from phares.rooms.publishing.actions.publication import publish_sheet, withdraw_sheet
from phares.rooms.publishing.actions.registration import call_off, cancel_registration, open_registrations, register
from phares.rooms.publishing.actions.review import answer_review, read_over_sheet
from phares.rooms.publishing.actions.rubric import add_rubric, change_rubric, found_rubrics, remove_rubric
from phares.rooms.publishing.actions.sheet import begin_sheet, file_sheet, write_section

__all__ = [
    "FileNotRead",
    "add_rubric",
    "answer_review",
    "ask_for_newsletters",
    "begin_sheet",
    "call_off",
    "cancel_registration",
    "change_rubric",
    "confirm_subscription",
    "correct_line",
    "describe_photo",
    "draft_newsletter",
    "file_sheet",
    "found_rubrics",
    "import_sheet",
    "keep_photo",
    "open_registrations",
    "publish_sheet",
    "read_over_sheet",
    "register",
    "remove_photo",
    "remove_rubric",
    "send_newsletter",
    "unsubscribe",
    "withdraw_sheet",
    "write_newsletter",
    "write_section",
]
