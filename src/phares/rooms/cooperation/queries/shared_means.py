"""Reads of shared means: what a cooperation shares, its keys and accounts; what one structure shares and pays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Prefetch, QuerySet

from phares.engine import allocation
from phares.rooms.cooperation import permissions, sharing_rules
from phares.rooms.cooperation.models import Account, Cooperation, KeyPart, Means, MeansUse, Party, Share, SharingKey
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder, held_by

PARTY = ("party__structure", "party__group", "party__resident")
USES = Prefetch("uses", queryset=MeansUse.objects.select_related(*PARTY))
PARTS = Prefetch(
    "parts",
    queryset=KeyPart.objects.prefetch_related(
        "weights__use__party__structure", "weights__use__party__group", "weights__use__party__resident"
    ),
)
KEYS = Prefetch(
    "keys",
    queryset=SharingKey.objects.select_related(
        "proposed_by__structure", "proposed_by__group", "proposed_by__resident"
    ).prefetch_related(PARTS, "answers__party__structure", "answers__party__group"),
)
SHARES = Prefetch("shares", queryset=Share.objects.select_related(*PARTY))
ACCOUNTS = Prefetch("accounts", queryset=Account.objects.prefetch_related(SHARES))


@dataclass(frozen=True)
class ShareLine:
    """One row of an account: the name as it was, its cents, its days, and the inputs of its calculation."""

    party: Party
    name: str
    cents: int
    inputs: dict[str, Any]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Return the formula part by part, each number a fraction."""
        return [
            {
                "share": Fraction(part["share"]),
                "measure": part["measure"],
                "weight": Fraction(part["weight"]),
                "of": Fraction(part["of"]),
                "cents": Fraction(part["cents"]),
            }
            for part in self.inputs["parts"]
        ]


@dataclass(frozen=True)
class AccountShown:
    """An account with who pays what: settled when it is closed, as it would be today while it is open."""

    account: Account
    key: SharingKey | None
    lines: Sequence[ShareLine]

    @property
    def is_closed(self) -> bool:
        """Say whether nothing of it moves any more."""
        return self.account.closed_at is not None


@dataclass(frozen=True)
class MeansShown:
    """A shared means with its key, the one that waits, and its accounts."""

    means: Means
    uses: Sequence[MeansUse]
    key: SharingKey | None
    coming: Sequence[SharingKey]
    waiting: SharingKey | None
    may_answer: Sequence[Party]
    accounts: Sequence[AccountShown]


def with_everything(means: QuerySet[Means]) -> QuerySet[Means]:
    """Read means with all that their pages show; a constant number of queries."""
    return means.select_related("cooperation__pole").prefetch_related(USES, KEYS, ACCOUNTS)


def means_of(actor: Actor, cooperation: Cooperation, day: date) -> list[MeansShown]:
    """Return what a cooperation shares, as this reader may act on it."""
    return [
        _shown(actor, one, cooperation, day) for one in with_everything(Means.objects.filter(cooperation=cooperation))
    ]


def _shown(actor: Actor, means: Means, cooperation: Cooperation, day: date) -> MeansShown:
    keys = list(means.keys.all())
    for key in keys:
        key.means = means
    means.cooperation = cooperation
    waiting = next((key for key in keys if key.held_at is None and key.refused_at is None), None)
    return MeansShown(
        means=means,
        uses=list(means.uses.all()),
        key=sharing_rules.key_on(keys, day),
        coming=[key for key in keys if key.held_at is not None and key.from_on > day],
        waiting=waiting,
        may_answer=permissions.parties_to_answer(actor, waiting) if waiting is not None else [],
        accounts=[account_shown(account, means, keys) for account in means.accounts.all()],
    )


def account_shown(account: Account, means: Means, keys: Sequence[SharingKey]) -> AccountShown:
    """Return an account with its rows: those kept when it was closed, else those of its key today."""
    account.means = means
    if account.closed_at is not None:
        key = next((one for one in keys if one.pk == account.key_id), None)
        shares = account.shares.all()
        kept = [ShareLine(one.party, one.inputs["name"] or str(one.party), one.cents, one.inputs) for one in shares]
        return AccountShown(account, key, kept)
    key = sharing_rules.key_on(keys, account.from_on)
    return AccountShown(account, key, preview(account, key) if key is not None else [])


def preview(account: Account, key: SharingKey) -> list[ShareLine]:
    """Return who would pay what by a key; nothing where nobody can be weighed."""
    try:
        rows = sharing_rules.rows_of(account, key)
    except allocation.Unsplittable:
        return []
    return [ShareLine(row.party, str(row.party), row.cents, row.inputs) for row in rows]


def means_numbered(actor: Actor, pole: Pole, pk: int) -> Means | None:
    """Return a means of a cooperation whose promises this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    return with_everything(Means.objects.filter(cooperation__in=seen, pk=pk)).first()


def use_numbered(actor: Actor, pole: Pole, pk: int) -> MeansUse | None:
    """Return a use of a means that this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    found = MeansUse.objects.filter(means__cooperation__in=seen, pk=pk)
    return found.select_related("means__cooperation__pole", *PARTY).first()


def key_numbered(actor: Actor, pole: Pole, pk: int) -> SharingKey | None:
    """Return a key of a means that this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    return (
        SharingKey.objects.filter(means__cooperation__in=seen, pk=pk).select_related("means__cooperation__pole").first()
    )


def account_numbered(actor: Actor, pole: Pole, pk: int) -> Account | None:
    """Return an account of a means that this reader may see."""
    seen = permissions.with_promises_seen(actor, pole.pk)
    return Account.objects.filter(means__cooperation__in=seen, pk=pk).select_related("means__cooperation__pole").first()


@dataclass(frozen=True)
class OwnLine:
    """What a structure shares and pays of one account, with the inputs of its part."""

    means: Means
    shown: AccountShown
    mine: ShareLine


def own_sharing(holder: Holder, pole: Pole, year: int) -> list[OwnLine]:
    """Return what a structure or a group shares and pays for the accounts that begin in a year."""
    own = Party.objects.filter(**held_by(holder), cooperation__pole=pole).values("pk")
    means = with_everything(Means.objects.filter(uses__party__in=own, accounts__from_on__year=year).distinct())
    lines: list[OwnLine] = []
    for one in means:
        keys = list(one.keys.all())
        for account in one.accounts.all():
            if account.from_on.year != year:
                continue
            shown = account_shown(account, one, keys)
            mine = next((line for line in shown.lines if line.party.holder == holder), None)
            lines += [OwnLine(one, shown, mine)] if mine is not None else []
    return lines


def years_of(holder: Holder, pole: Pole) -> list[int]:
    """Return the years in which accounts of what a structure shares begin, the latest first."""
    own = Party.objects.filter(**held_by(holder), cooperation__pole=pole).values("pk")
    days = Account.objects.filter(means__uses__party__in=own).values_list("from_on", flat=True)
    return sorted({day.year for day in days}, reverse=True)
