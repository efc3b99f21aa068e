"""The nouns of the directory, one file each."""

from phares.rooms.directory.models.field import ActivityField
from phares.rooms.directory.models.held import Held
from phares.rooms.directory.models.mandate import Mandate
from phares.rooms.directory.models.membership import Membership
from phares.rooms.directory.models.milestone import Milestone
from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.structure import ResidentsGroup, Structure

__all__ = [
    "ActivityField",
    "Held",
    "Mandate",
    "Membership",
    "Milestone",
    "Person",
    "Pole",
    "ResidentsGroup",
    "Structure",
]
