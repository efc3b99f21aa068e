"""The team that covers a call: the best, proven, and distinct others; why each member; what opens a closed call."""

from phares.engine.coalitions.call import Call, CountRule, Requirement, Rules, ShareRule, Structure, Tie, TypeRule
from phares.engine.coalitions.conflict import Element
from phares.engine.coalitions.cover import Answer, cover
from phares.engine.coalitions.explain import Coalition, Place, Reason
from phares.engine.coalitions.pool import Merit
from phares.engine.coalitions.unlock import Lock

__all__ = [
    "Answer",
    "Call",
    "Coalition",
    "CountRule",
    "Element",
    "Lock",
    "Merit",
    "Place",
    "Reason",
    "Requirement",
    "Rules",
    "ShareRule",
    "Structure",
    "Tie",
    "TypeRule",
    "cover",
]
