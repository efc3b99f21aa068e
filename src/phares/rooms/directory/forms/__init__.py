"""Forms of the directory: text in, keyword arguments out; one file per noun."""

from phares.rooms.directory.forms.people import (
    MailForm,
    MandateForm,
    PersonDetailsForm,
    PersonForm,
    ResidentsGroupForm,
)
from phares.rooms.directory.forms.pole import MilestoneForm, PoleForm
from phares.rooms.directory.forms.structures import LastDayForm, MembershipForm, StructureForm, StructureNameForm

__all__ = [
    "LastDayForm",
    "MailForm",
    "MandateForm",
    "MembershipForm",
    "MilestoneForm",
    "PersonDetailsForm",
    "PersonForm",
    "PoleForm",
    "ResidentsGroupForm",
    "StructureForm",
    "StructureNameForm",
]
