"""Means shared by three of the small cast, with their keys and accounts, made through the acts."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.sharing_key import (
    PartDraft,
)
from phares.rooms.cooperation.models import Account, Cooperation, Means, SharingKey

EQUAL = [PartDraft(Fraction(1))]
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
SIGNERS = ("nour", "sam", "awa")


def share(cast: Cast, cooperation: Cooperation, title: str, at: datetime) -> Means:
    """Write down something that all the parties use from the first day of 2025 on."""
    users = list(cooperation.parties.all())
    return actions.write_means(
        cooperation=cooperation, title=title, users=users, from_on=YEAR[0], by=cast.actor("nour"), at=at
    )


def propose(cast: Cast, means: Means, parts: Sequence[PartDraft], at: datetime, on: date = YEAR[0]) -> SharingKey:
    return actions.propose_key(means=means, from_on=on, parts=parts, by=cast.actor("nour"), at=at)


def hold(cast: Cast, means: Means, parts: Sequence[PartDraft], at: datetime, on: date = YEAR[0]) -> SharingKey:
    """Return a key that the three have accepted."""
    key = propose(cast, means, parts, at, on)
    for who in SIGNERS[1:]:
        key = actions.answer_key(key=key, accepted=True, by=cast.actor(who), at=at)
    return key


def cost(cast: Cast, means: Means, cents: int, at: datetime, **more: Any) -> Account:
    said = {"from_on": YEAR[0], "until_on": YEAR[1], **more}
    return actions.write_account(means=means, amount_cents=cents, **said, by=cast.actor("nour"), at=at)


def close(cast: Cast, account: Account, at: datetime, by: str = "nour") -> Account:
    return actions.close_account(account=account, seen_cents=account.amount_cents, by=cast.actor(by), at=at)


def cents(account: Account) -> list[int]:
    return [share.cents for share in account.shares.all()]


def weights(means: Means, *amounts: str) -> dict[int, Decimal]:
    return {use.party_id: Decimal(amount) for use, amount in zip(means.uses.all(), amounts, strict=True)}
