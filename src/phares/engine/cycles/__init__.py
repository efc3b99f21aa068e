"""Chains of barter: who gives to whom in a round where everyone both gives and receives."""

from phares.engine.cycles.disjoint import served_together
from phares.engine.cycles.edge import Cycle, Edge
from phares.engine.cycles.elementary import TooMany, elementary

__all__ = ["Cycle", "Edge", "TooMany", "elementary", "served_together"]
