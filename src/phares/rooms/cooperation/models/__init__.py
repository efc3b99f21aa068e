"""The nouns of cooperation, one file each."""

from phares.rooms.cooperation.models.account import Account, Share
from phares.rooms.cooperation.models.agreement import Agreement, Signature
from phares.rooms.cooperation.models.commitment import Commitment, CommitmentChange
from phares.rooms.cooperation.models.cooperation import Cooperation, Party
from phares.rooms.cooperation.models.document import Document, DocumentVersion
from phares.rooms.cooperation.models.fact import Fact
from phares.rooms.cooperation.models.fade import FadeRule
from phares.rooms.cooperation.models.follow_up_call import FollowUpCall
from phares.rooms.cooperation.models.item import Item
from phares.rooms.cooperation.models.job import Job, JobSharing
from phares.rooms.cooperation.models.key import KeyAnswer, KeyPart, KeyWeight, SharingKey
from phares.rooms.cooperation.models.match import Answer, Match
from phares.rooms.cooperation.models.means import Means, MeansUse
from phares.rooms.cooperation.models.message import Message
from phares.rooms.cooperation.models.note import Note, NoteParty, NoteVersion
from phares.rooms.cooperation.models.spin_off import SpinOff
from phares.rooms.cooperation.models.work_meeting import MeetingAction, WorkMeeting

__all__ = [
    "Account",
    "Agreement",
    "Answer",
    "Commitment",
    "CommitmentChange",
    "Cooperation",
    "Document",
    "DocumentVersion",
    "Fact",
    "FadeRule",
    "FollowUpCall",
    "Item",
    "Job",
    "JobSharing",
    "KeyAnswer",
    "KeyPart",
    "KeyWeight",
    "Match",
    "Means",
    "MeansUse",
    "MeetingAction",
    "Message",
    "Note",
    "NoteParty",
    "NoteVersion",
    "Party",
    "Share",
    "SharingKey",
    "Signature",
    "SpinOff",
    "WorkMeeting",
]
