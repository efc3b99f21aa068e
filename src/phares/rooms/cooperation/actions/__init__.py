"""The acts of cooperation, one file per noun."""

from phares.rooms.cooperation.actions.agreement import begin_cooperation, sign_agreement, write_agreement
from phares.rooms.cooperation.actions.commitment import (
    acknowledge_commitment,
    answer_commitment_change,
    drop_commitment,
    keep_commitment,
    propose_commitment_change,
)
from phares.rooms.cooperation.actions.cooperation import choose_story, end_cooperation
from phares.rooms.cooperation.actions.fact import note_fact
from phares.rooms.cooperation.actions.item import say_item, say_item_of_newcomer, withdraw_item
from phares.rooms.cooperation.actions.match import answer_match, answer_proposal, offer_help, propose_match

__all__ = [
    "acknowledge_commitment",
    "answer_commitment_change",
    "answer_match",
    "answer_proposal",
    "begin_cooperation",
    "choose_story",
    "drop_commitment",
    "end_cooperation",
    "keep_commitment",
    "note_fact",
    "offer_help",
    "propose_commitment_change",
    "propose_match",
    "say_item",
    "say_item_of_newcomer",
    "sign_agreement",
    "withdraw_item",
    "write_agreement",
]
