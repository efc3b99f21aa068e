"""The nouns of publishing, one file each."""

from phares.rooms.publishing.models.index_count import IndexCount
from phares.rooms.publishing.models.line import ImportedLine
from phares.rooms.publishing.models.newsletter import Newsletter, Subscription
from phares.rooms.publishing.models.photo import SheetPhoto
from phares.rooms.publishing.models.publisher import Publisher
from phares.rooms.publishing.models.registration import Registration, RegistrationList
from phares.rooms.publishing.models.review import SheetReview
from phares.rooms.publishing.models.rubric import Rubric
from phares.rooms.publishing.models.sheet import ExperienceSheet, SheetAddress, SheetWord
from phares.rooms.publishing.models.version import SheetVersion

__all__ = [
    "ExperienceSheet",
    "ImportedLine",
    "IndexCount",
    "Newsletter",
    "Publisher",
    "Registration",
    "RegistrationList",
    "Rubric",
    "SheetAddress",
    "SheetPhoto",
    "SheetReview",
    "SheetVersion",
    "SheetWord",
    "Subscription",
]
