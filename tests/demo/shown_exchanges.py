"""Where each act of exchanges shows: letters, chains, joint purchases, bourses, moments to meet."""

from collections.abc import Callable
from typing import Any

from phares.rooms.commons.days import day_words
from phares.rooms.commons.models import JournalEntry
from phares.rooms.cooperation.models import ChainLink, Cooperation, Item, OfferUse, PooledProposal, ProposedTime
from phares.rooms.directory.models import Gathering

Where = tuple[str, list[Any], list[str]]


def _item(row: JournalEntry) -> Item:
    return Item.objects.get(pk=row.subjects["item_id"])


def _gathering(row: JournalEntry) -> Gathering:
    return Gathering.objects.get(pk=row.subjects["gathering_id"])


def _proposal(row: JournalEntry) -> PooledProposal:
    return PooledProposal.objects.get(pk=row.subjects["proposal_id"])


def _pooled(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    return "cooperation:pooled", [row.subjects["proposal_id"]], [_proposal(row).title]


def _signed(row: JournalEntry) -> Cooperation:
    return Cooperation.objects.get(pk=row.subjects["cooperation_id"])


def _time(row: JournalEntry) -> tuple[str, list[Any], list[str]]:
    time = ProposedTime.objects.get(pk=row.subjects["time_id"])
    return "cooperation:match", [time.match_id], [day_words(time.starts_at), "accepté"]


EXCHANGES: dict[str, Callable[[JournalEntry], Where]] = {
    "ItemExtended": lambda row: (
        "cooperation:item",
        [row.subjects["item_id"]],
        [day_words(_item(row).expires_on)],
    ),
    "ItemKept": lambda row: (
        "cooperation:item",
        [row.subjects["item_id"]],
        [f"relu le {day_words(_item(row).kept_at)}"],
    ),
    "OfferUsed": lambda row: (
        "cooperation:item",
        [row.subjects["item_id"]],
        [day_words(OfferUse.objects.get(pk=row.subjects["use_id"]).at)],
    ),
    "GatheringPlanned": lambda row: ("directory:gathering", [row.subjects["gathering_id"]], [_gathering(row).title]),
    "ItemBroughtToBourse": lambda row: (
        "directory:gathering",
        [row.subjects["gathering_id"]],
        [_item(row).title],
    ),
    "SignedAtBourse": lambda row: (
        "directory:gathering",
        [row.subjects["gathering_id"]],
        [Cooperation.objects.get(pk=row.subjects["cooperation_id"]).title],
    ),
    "LetterDayChosen": lambda row: ("cooperation:letter_wishes", [], ["jeudi"]),
    "TimeProposed": _time,
    "TimeAnswered": _time,
    "ChainProposed": lambda row: (
        "cooperation:chain",
        [row.subjects["chain_id"]],
        [link.offer.title for link in ChainLink.objects.filter(chain=row.subjects["chain_id"])],
    ),
    "ChainLinkAccepted": lambda row: (
        "cooperation:chain",
        [row.subjects["chain_id"]],
        [f"{ChainLink.objects.filter(chain=row.subjects['chain_id'], accepted=True).count()} oui sur"],
    ),
    "PooledProposed": _pooled,
    "PooledPriced": lambda row: (
        "cooperation:pooled",
        [row.subjects["proposal_id"]],
        [_proposal(row).source],
    ),
    "PooledAnswered": lambda row: (
        "cooperation:pooled",
        [row.subjects["proposal_id"]],
        ["en est"],
    ),
}
