"""What the cooperations show: who is tied to whom on a day, by dated facts that fade; nobody is ranked."""

from phares.engine.network.drawing import SIDE, Spot, drawing
from phares.engine.network.fact import Fact, Presence, Structure
from phares.engine.network.meetings import Help, Meeting, Reason
from phares.engine.network.picture import Network, network
from phares.engine.network.ties import Pair, Tie

__all__ = [
    "SIDE",
    "Fact",
    "Help",
    "Meeting",
    "Network",
    "Pair",
    "Presence",
    "Reason",
    "Spot",
    "Structure",
    "Tie",
    "drawing",
    "network",
]
