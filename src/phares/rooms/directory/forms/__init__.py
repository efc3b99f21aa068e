"""Forms of the directory: text in, keyword arguments out; one file per noun."""

from phares.rooms.directory.forms.people import MandateForm, PersonForm, ResidentsGroupForm
from phares.rooms.directory.forms.pole import MilestoneForm, PoleForm
from phares.rooms.directory.forms.structures import LastDayForm, MembershipForm, StructureForm, StructureNameForm

__all__ = [
    "LastDayForm",
    "MandateForm",
    "MembershipForm",
    "MilestoneForm",
    "PersonForm",
    "PoleForm",
    "ResidentsGroupForm",
    "StructureForm",
    "StructureNameForm",
]
