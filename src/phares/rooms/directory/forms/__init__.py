"""Forms of the directory: text in, keyword arguments out; one file per noun."""

from phares.rooms.directory.forms.describing import (
    CapacitiesFormSet,
    FieldLevelsForm,
    IdentityForm,
    PhotoForm,
    SizeForm,
    capacity_lines,
)
from phares.rooms.directory.forms.gatherings import GatheringForm
from phares.rooms.directory.forms.joining import ArrivalStepsForm, CharterForm, JoinAnswerForm, JoinForm
from phares.rooms.directory.forms.memory import LineageForm, MembershipChangeForm
from phares.rooms.directory.forms.outside import OutsideActorForm, OutsidePlaceForm
from phares.rooms.directory.forms.people import MailForm, MandateForm, PersonDetailsForm, PersonForm, ResidentsGroupForm
from phares.rooms.directory.forms.pole import MilestoneForm, PoleForm
from phares.rooms.directory.forms.privacy import (
    ConsentForm,
    ErasureForm,
    NotedConsentForm,
    ReadingLinkForm,
    ResidentForm,
)
from phares.rooms.directory.forms.structures import LastDayForm, MembershipForm, StructureForm, StructureNameForm
from phares.rooms.directory.forms.tables import ColumnsForm, RowReader, TableForm

__all__ = [
    "ArrivalStepsForm",
    "CapacitiesFormSet",
    "CharterForm",
    "ColumnsForm",
    "ConsentForm",
    "ErasureForm",
    "FieldLevelsForm",
    "GatheringForm",
    "IdentityForm",
    "JoinAnswerForm",
    "JoinForm",
    "LastDayForm",
    "LineageForm",
    "MailForm",
    "MandateForm",
    "MembershipChangeForm",
    "MembershipForm",
    "MilestoneForm",
    "NotedConsentForm",
    "OutsideActorForm",
    "OutsidePlaceForm",
    "PersonDetailsForm",
    "PersonForm",
    "PhotoForm",
    "PoleForm",
    "ReadingLinkForm",
    "ResidentForm",
    "ResidentsGroupForm",
    "RowReader",
    "SizeForm",
    "StructureForm",
    "StructureNameForm",
    "TableForm",
    "capacity_lines",
]
