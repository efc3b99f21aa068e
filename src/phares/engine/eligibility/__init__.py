"""Whether a set of structures may answer a call: each rule met, missing or not known, with its article."""

from phares.engine.eligibility.checklist import Check, State, checklist
from phares.engine.eligibility.rule import AtLeast, AtMost, Every, MoreThan, OfTheSet, Rule, Size, Subject

__all__ = [
    "AtLeast",
    "AtMost",
    "Check",
    "Every",
    "MoreThan",
    "OfTheSet",
    "Rule",
    "Size",
    "State",
    "Subject",
    "checklist",
]
