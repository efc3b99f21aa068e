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
from phares.rooms.directory.actions.invitation import (
    InvitationOver,
    NoMandateToActWith,
    PersonOnPaper,
    accept_invitation,
    invite_person,
    withdraw_invitation,
)
from phares.rooms.directory.actions.mail_change import (
    MailChangeOver,
    SameMail,
    apply_mail_change,
    ask_mail_change,
    confirm_mail_change,
    refuse_mail_change,
)
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
from phares.rooms.directory.actions.person import correct_person
from phares.rooms.directory.actions.pole import (
    SlugTaken,
    correct_milestone,
    describe_pole,
    found_pole,
    record_milestone,
)
from phares.rooms.directory.actions.structure import NameTaken, add_structure, describe_structure

__all__ = [
    "CapacityEntry",
    "CapacitySaidTwice",
    "CapacityWithoutName",
    "EndsBeforeItBegins",
    "FieldNotHideable",
    "GroupNameTaken",
    "InvitationOver",
    "MailAlreadyKnown",
    "MailChangeOver",
    "MandateAlreadyHeld",
    "MandateElsewhere",
    "MembershipsOverlap",
    "NameTaken",
    "NoMandateToActWith",
    "NoSuchGathering",
    "NobodyActsHere",
    "NobodyWouldKeepDirectory",
    "NumberNotValid",
    "NumbersDisagree",
    "PersonOnPaper",
    "SameMail",
    "SlugTaken",
    "accept_invitation",
    "add_structure",
    "admit_structure",
    "apply_mail_change",
    "ask_mail_change",
    "choose_field_levels",
    "confirm_mail_change",
    "correct_milestone",
    "correct_person",
    "describe_pole",
    "describe_structure",
    "end_mandate",
    "end_membership",
    "form_residents_group",
    "found_pole",
    "give_mandate",
    "identify_structure",
    "invite_person",
    "plan_gathering",
    "record_milestone",
    "refuse_mail_change",
    "register_person",
    "say_capacities",
    "withdraw_invitation",
]
