"""The nouns of the directory, one file each."""

from phares.rooms.directory.models.arrival import ArrivalStep, ArrivalTick
from phares.rooms.directory.models.capacity import Capacity
from phares.rooms.directory.models.charter import Charter, CharterSignature, CharterValue
from phares.rooms.directory.models.consent import Consent
from phares.rooms.directory.models.field import ActivityField
from phares.rooms.directory.models.field_visibility import FieldVisibility
from phares.rooms.directory.models.gathering import Gathering
from phares.rooms.directory.models.goal import Goal
from phares.rooms.directory.models.held import Held
from phares.rooms.directory.models.invitation import Invitation
from phares.rooms.directory.models.join_request import JoinRequest
from phares.rooms.directory.models.lineage import Lineage
from phares.rooms.directory.models.mail_change import MailChange
from phares.rooms.directory.models.mandate import Mandate
from phares.rooms.directory.models.membership import Membership
from phares.rooms.directory.models.milestone import Milestone
from phares.rooms.directory.models.person import Person
from phares.rooms.directory.models.photo import Photo
from phares.rooms.directory.models.pole import Pole
from phares.rooms.directory.models.reading_link import ReadingLink
from phares.rooms.directory.models.retention import RetentionPeriod
from phares.rooms.directory.models.search_word import SearchWord
from phares.rooms.directory.models.sector import Sector
from phares.rooms.directory.models.size import Size
from phares.rooms.directory.models.skill_domain import SkillDomain
from phares.rooms.directory.models.structure import ResidentsGroup, Structure
from phares.rooms.directory.models.tag import Tag

__all__ = [
    "ActivityField",
    "ArrivalStep",
    "ArrivalTick",
    "Capacity",
    "Charter",
    "CharterSignature",
    "CharterValue",
    "Consent",
    "FieldVisibility",
    "Gathering",
    "Goal",
    "Held",
    "Invitation",
    "JoinRequest",
    "Lineage",
    "MailChange",
    "Mandate",
    "Membership",
    "Milestone",
    "Person",
    "Photo",
    "Pole",
    "ReadingLink",
    "ResidentsGroup",
    "RetentionPeriod",
    "SearchWord",
    "Sector",
    "Size",
    "SkillDomain",
    "Structure",
    "Tag",
]
