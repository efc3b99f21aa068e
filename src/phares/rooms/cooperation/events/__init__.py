"""What happens between those who cooperate; ids only, one file a subject."""

from phares.rooms.cooperation.events.cooperations import (
    AgreementSigned,
    AgreementWritten,
    CommitmentAcknowledged,
    CommitmentChangeAnswered,
    CommitmentChangeProposed,
    CommitmentDone,
    CommitmentDropped,
    CooperationEnded,
    CooperationStarted,
    FactNoted,
    SignaturesVoided,
    StoryChosen,
)
from phares.rooms.cooperation.events.matching import (
    ItemSaid,
    ItemWithdrawn,
    MatchAnswered,
    MatchProposed,
)

__all__ = [
    "AgreementSigned",
    "AgreementWritten",
    "CommitmentAcknowledged",
    "CommitmentChangeAnswered",
    "CommitmentChangeProposed",
    "CommitmentDone",
    "CommitmentDropped",
    "CooperationEnded",
    "CooperationStarted",
    "FactNoted",
    "ItemSaid",
    "ItemWithdrawn",
    "MatchAnswered",
    "MatchProposed",
    "SignaturesVoided",
    "StoryChosen",
]
