"""Whether a set of structures may answer a call: each rule met, missing or not known, with its article."""

from phares.engine.eligibility.checklist import Check, State, checklist
from phares.engine.eligibility.rule import Every, MoreThan, NoFewer, NoMore, OfTheSet, Rule, Size, Subject

__all__ = [
    "Check",
    "Every",
    "MoreThan",
    "NoFewer",
    "NoMore",
    "OfTheSet",
    "Rule",
    "Size",
    "State",
    "Subject",
    "checklist",
]
