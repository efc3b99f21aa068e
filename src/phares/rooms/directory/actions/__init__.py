"""The acts of the directory, one file per noun."""

from phares.rooms.directory.actions.capacities import (
    CapacityEntry,
    CapacitySaidTwice,
    CapacityWithoutName,
    say_capacities,
)
from phares.rooms.directory.actions.field_levels import FieldNotHideable, choose_field_levels
from phares.rooms.directory.actions.gathering import NoSuchGathering, plan_gathering
from phares.rooms.directory.actions.identity import NumberNotValid, NumbersDisagree, identify_structure
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
    "CapacityEntry",
    "CapacitySaidTwice",
    "CapacityWithoutName",
    "EndsBeforeItBegins",
    "FieldNotHideable",
    "GroupNameTaken",
    "MailAlreadyKnown",
    "MandateAlreadyHeld",
    "MandateElsewhere",
    "MembershipsOverlap",
    "NameTaken",
    "NoSuchGathering",
    "NobodyActsHere",
    "NobodyWouldKeepDirectory",
    "NumberNotValid",
    "NumbersDisagree",
    "SlugTaken",
    "add_structure",
    "admit_structure",
    "choose_field_levels",
    "describe_pole",
    "describe_structure",
    "end_mandate",
    "end_membership",
    "form_residents_group",
    "found_pole",
    "give_mandate",
    "identify_structure",
    "plan_gathering",
    "record_milestone",
    "register_person",
    "say_capacities",
]
