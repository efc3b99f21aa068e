"""The acts of the directory, one file per noun."""

from phares.rooms.directory.actions.membership import (
    EndsBeforeItBegins,
    MembershipsOverlap,
    admit_structure,
    end_membership,
)
from phares.rooms.directory.actions.people import (
    GroupNameTaken,
    MailAlreadyKnown,
    MandateAlreadyHeld,
    MandateElsewhere,
    NobodyActsHere,
    NobodyWouldKeepDirectory,
    end_mandate,
    form_residents_group,
    give_mandate,
    register_person,
)
from phares.rooms.directory.actions.pole import SlugTaken, describe_pole, found_pole, record_milestone
from phares.rooms.directory.actions.structure import NameTaken, add_structure, describe_structure

__all__ = [
    "EndsBeforeItBegins",
    "GroupNameTaken",
    "MailAlreadyKnown",
    "MandateAlreadyHeld",
    "MandateElsewhere",
    "MembershipsOverlap",
    "NameTaken",
    "NobodyActsHere",
    "NobodyWouldKeepDirectory",
    "SlugTaken",
    "add_structure",
    "admit_structure",
    "describe_pole",
    "describe_structure",
    "end_mandate",
    "end_membership",
    "form_residents_group",
    "found_pole",
    "give_mandate",
    "record_milestone",
    "register_person",
]
