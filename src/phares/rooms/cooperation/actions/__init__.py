"""The acts of cooperation, one file per noun."""

from phares.rooms.cooperation.actions.account import (
    close_account,
    write_account,
)
from phares.rooms.cooperation.actions.agreement import (
    begin_cooperation,
    sign_agreement,
    sign_in_presence,
    write_agreement,
)
from phares.rooms.cooperation.actions.bourse import (
    bring_item,
    sign_on_the_spot,
)
from phares.rooms.cooperation.actions.chain import (
    answer_chain,
    propose_chain,
)
from phares.rooms.cooperation.actions.commitment import (
    acknowledge_commitment,
    answer_commitment_change,
    drop_commitment,
    keep_commitment,
    propose_commitment_change,
)
from phares.rooms.cooperation.actions.cooperation import (
    choose_story,
    end_cooperation,
)
from phares.rooms.cooperation.actions.document import (
    bring_document,
    bring_version,
    withdraw_message,
    write_message,
)
from phares.rooms.cooperation.actions.fact import (
    note_fact,
)
from phares.rooms.cooperation.actions.item import (
    say_item,
    say_item_of_newcomer,
    withdraw_item,
)
from phares.rooms.cooperation.actions.job import (
    declare_job,
    end_job,
    share_job,
    withdraw_job,
)
from phares.rooms.cooperation.actions.joining import (
    agree_to_joining,
    ask_to_join,
    refuse_joining,
    withdraw_joining,
)
from phares.rooms.cooperation.actions.keeping import (
    count_left,
    extend_item,
    keep_noted_item,
    use_offer,
)
from phares.rooms.cooperation.actions.letter import (
    choose_letter_day,
    stop_mails,
    wish_mails,
)
from phares.rooms.cooperation.actions.match import (
    answer_match,
    answer_proposal,
    offer_help,
    propose_match,
)
from phares.rooms.cooperation.actions.means import (
    end_use,
    write_means,
)
from phares.rooms.cooperation.actions.meeting import (
    answer_time,
    propose_time,
)
from phares.rooms.cooperation.actions.note import (
    correct_note,
    note_in_passing,
    prove_note,
    remove_note,
    set_fade_rule,
)
from phares.rooms.cooperation.actions.pooled import (
    Prices,
    answer_pooled,
    price_pooled,
    propose_pooled,
)
from phares.rooms.cooperation.actions.sharing_key import (
    answer_key,
    propose_key,
)
from phares.rooms.cooperation.actions.spin_off import (
    record_spin_off,
)
from phares.rooms.cooperation.actions.together import (
    begin_from_chain,
    begin_from_pooled,
    meet_needs,
)
from phares.rooms.cooperation.actions.work_meeting import (
    do_action,
    note_call,
    note_meeting,
)

__all__ = [
    "Prices",
    "acknowledge_commitment",
    "agree_to_joining",
    "answer_chain",
    "answer_commitment_change",
    "answer_key",
    "answer_match",
    "answer_pooled",
    "answer_proposal",
    "answer_time",
    "ask_to_join",
    "begin_cooperation",
    "begin_from_chain",
    "begin_from_pooled",
    "bring_document",
    "bring_item",
    "bring_version",
    "choose_letter_day",
    "choose_story",
    "close_account",
    "correct_note",
    "count_left",
    "declare_job",
    "do_action",
    "drop_commitment",
    "end_cooperation",
    "end_job",
    "end_use",
    "extend_item",
    "keep_commitment",
    "keep_noted_item",
    "meet_needs",
    "note_call",
    "note_fact",
    "note_in_passing",
    "note_meeting",
    "offer_help",
    "price_pooled",
    "propose_chain",
    "propose_commitment_change",
    "propose_key",
    "propose_match",
    "propose_pooled",
    "propose_time",
    "prove_note",
    "record_spin_off",
    "refuse_joining",
    "remove_note",
    "say_item",
    "say_item_of_newcomer",
    "set_fade_rule",
    "share_job",
    "sign_agreement",
    "sign_in_presence",
    "sign_on_the_spot",
    "stop_mails",
    "use_offer",
    "wish_mails",
    "withdraw_item",
    "withdraw_job",
    "withdraw_joining",
    "withdraw_message",
    "write_account",
    "write_agreement",
    "write_means",
    "write_message",
]
