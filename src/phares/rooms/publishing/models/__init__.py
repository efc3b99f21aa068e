"""The nouns of publishing, one file each."""

from phares.rooms.publishing.models.line import ImportedLine
from phares.rooms.publishing.models.photo import SheetPhoto
from phares.rooms.publishing.models.publisher import Publisher
from phares.rooms.publishing.models.review import SheetReview
from phares.rooms.publishing.models.rubric import Rubric
from phares.rooms.publishing.models.sheet import ExperienceSheet, SheetAddress, SheetWord
from phares.rooms.publishing.models.version import SheetVersion

__all__ = [
    "ExperienceSheet",
    "ImportedLine",
    "Publisher",
    "Rubric",
    "SheetAddress",
    "SheetPhoto",
    "SheetReview",
    "SheetVersion",
    "SheetWord",
]
