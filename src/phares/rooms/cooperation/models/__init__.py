"""The nouns of cooperation, one file each."""

from phares.rooms.cooperation.models.account import Account, Share
from phares.rooms.cooperation.models.agreement import Agreement, Signature
from phares.rooms.cooperation.models.bourse import BourseSigning, ItemBrought
from phares.rooms.cooperation.models.chain import Chain, ChainLink
from phares.rooms.cooperation.models.commitment import Commitment, CommitmentChange
from phares.rooms.cooperation.models.cooperation import Cooperation, Party
from phares.rooms.cooperation.models.document import Document, DocumentVersion
from phares.rooms.cooperation.models.fact import Fact
from phares.rooms.cooperation.models.fade import FadeRule
from phares.rooms.cooperation.models.follow_up_call import FollowUpCall
from phares.rooms.cooperation.models.item import Item
from phares.rooms.cooperation.models.job import Job, JobSharing
from phares.rooms.cooperation.models.joining import Joining, JoiningConsent
from phares.rooms.cooperation.models.key import KeyAnswer, KeyPart, KeyWeight, SharingKey
from phares.rooms.cooperation.models.letter import LetterDay, MailWish
from phares.rooms.cooperation.models.match import Answer, Match
from phares.rooms.cooperation.models.means import Means, MeansUse
from phares.rooms.cooperation.models.meeting import ProposedTime
from phares.rooms.cooperation.models.message import Message
from phares.rooms.cooperation.models.note import Note, NoteParty, NoteVersion
from phares.rooms.cooperation.models.pooled import PooledPart, PooledProposal
from phares.rooms.cooperation.models.spin_off import SpinOff
from phares.rooms.cooperation.models.use import OfferUse
from phares.rooms.cooperation.models.work_meeting import MeetingAction, WorkMeeting

__all__ = [
    "Account",
    "Agreement",
    "Answer",
    "BourseSigning",
    "Chain",
    "ChainLink",
    "Commitment",
    "CommitmentChange",
    "Cooperation",
    "Document",
    "DocumentVersion",
    "Fact",
    "FadeRule",
    "FollowUpCall",
    "Item",
    "ItemBrought",
    "Job",
    "JobSharing",
    "Joining",
    "JoiningConsent",
    "KeyAnswer",
    "KeyPart",
    "KeyWeight",
    "LetterDay",
    "MailWish",
    "Match",
    "Means",
    "MeansUse",
    "MeetingAction",
    "Message",
    "Note",
    "NoteParty",
    "NoteVersion",
    "OfferUse",
    "Party",
    "PooledPart",
    "PooledProposal",
    "ProposedTime",
    "Share",
    "SharingKey",
    "Signature",
    "SpinOff",
    "WorkMeeting",
]
