"""The nouns of funding, one file each."""

from phares.rooms.funding.models.funder import Funder
from phares.rooms.funding.models.grant import Grant, GrantPayment, PromisedIndicator
from phares.rooms.funding.models.parameter import LegalParameter

__all__ = ["Funder", "Grant", "GrantPayment", "LegalParameter", "PromisedIndicator"]
