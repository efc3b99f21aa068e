"""Who could answer whom: needs against offers, each proposal with the reasons that add up to its score."""

from phares.engine.matching.index import Index, answerable, match
from phares.engine.matching.item import Item, Refusal, Slot, Tie
from phares.engine.matching.outcome import Match, Reason, Shortfall

__all__ = ["Index", "Item", "Match", "Reason", "Refusal", "Shortfall", "Slot", "Tie", "answerable", "match"]
