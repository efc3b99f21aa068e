"""The nouns of funding, one file each."""

from phares.rooms.funding.models.application import Application, BudgetCell, Composition, Member
from phares.rooms.funding.models.call import AskedPaper, Call, CallImport, CallRule, Requirement, Watch
from phares.rooms.funding.models.funder import Funder
from phares.rooms.funding.models.grant import Grant, GrantPayment, PromisedIndicator
from phares.rooms.funding.models.paper import Paper
from phares.rooms.funding.models.parameter import LegalParameter
from phares.rooms.funding.models.proposed_indicator import ProposedIndicator

__all__ = [
    "Application",
    "AskedPaper",
    "BudgetCell",
    "Call",
    "CallImport",
    "CallRule",
    "Composition",
    "Funder",
    "Grant",
    "GrantPayment",
    "LegalParameter",
    "Member",
    "Paper",
    "PromisedIndicator",
    "ProposedIndicator",
    "Requirement",
    "Watch",
]
