"""The nouns of cooperation, one file each."""

from phares.rooms.cooperation.models.agreement import Agreement, Signature
from phares.rooms.cooperation.models.commitment import Commitment, CommitmentChange
from phares.rooms.cooperation.models.cooperation import Cooperation, Party
from phares.rooms.cooperation.models.fact import Fact
from phares.rooms.cooperation.models.item import Item
from phares.rooms.cooperation.models.match import Answer, Match

__all__ = [
    "Agreement",
    "Answer",
    "Commitment",
    "CommitmentChange",
    "Cooperation",
    "Fact",
    "Item",
    "Match",
    "Party",
    "Signature",
]
