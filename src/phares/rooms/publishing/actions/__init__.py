"""The acts of publishing, one file per noun."""

from phares.rooms.publishing.actions.imported import FileNotRead, correct_line, import_sheet
from phares.rooms.publishing.actions.photo import describe_photo, keep_photo, remove_photo
from phares.rooms.publishing.actions.publication import publish_sheet, withdraw_sheet
from phares.rooms.publishing.actions.review import answer_review, read_over_sheet
from phares.rooms.publishing.actions.rubric import add_rubric, change_rubric, found_rubrics, remove_rubric
from phares.rooms.publishing.actions.sheet import begin_sheet, file_sheet, write_section

__all__ = [
    "FileNotRead",
    "add_rubric",
    "answer_review",
    "begin_sheet",
    "change_rubric",
    "correct_line",
    "describe_photo",
    "file_sheet",
    "found_rubrics",
    "import_sheet",
    "keep_photo",
    "publish_sheet",
    "read_over_sheet",
    "remove_photo",
    "remove_rubric",
    "withdraw_sheet",
    "write_section",
]
