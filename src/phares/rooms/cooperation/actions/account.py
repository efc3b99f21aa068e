"""Acts on the accounts of shared means: what it cost, corrected while open, closed for good."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from phares.engine import allocation
from phares.rooms.commons.journal import publish
from phares.rooms.commons.refusals import Refusal, require
from phares.rooms.cooperation import events, permissions, sharing_rules
from phares.rooms.cooperation.models import Account, Means, Share
from phares.rooms.directory.actors import Actor

MOST_CENTS = 1_000_000_000
TEN_TIMES = 10


class NoKeyHolds(Refusal):
    """An account is split by a key that all have accepted."""

    sentence = _("Aucune clé acceptée par tous ne vaut au début de cette période : le compte ne peut pas être clos.")


class AccountUnsound(Refusal):
    """The period or the amount cannot be meant."""

    sentence = _("Cette période ne va pas : elle se termine avant de commencer, ou en recouvre une autre.")
    status = 400


class AmountUnlikely(Refusal):
    """Ten times more, or less, than the account before."""

    sentence = _("C’est dix fois plus, ou dix fois moins, que la fois d’avant : cochez la case si c’est bien cela.")
    status = 400


class AccountClosedBefore(Refusal):
    """Nothing of a closed account moves."""

    sentence = _("Ce compte est clos : il ne bouge plus.")


class AmountChangedMeanwhile(Refusal):
    """The account was corrected while the page was open."""

    sentence = _("Le montant a changé entre-temps : relisez les parts avant de clore.")


@transaction.atomic
def write_account(
    *, means: Means, from_on: date, until_on: date, amount_cents: int, sure: bool = False, by: Actor, at: datetime
) -> Account:
    """Write down what a means cost over a period; for a period already there and open, correct it."""
    cooperation = means.cooperation
    require(permissions.can_write_means(by, cooperation))
    means = Means.objects.select_for_update().get(pk=means.pk)
    if not 0 <= amount_cents <= MOST_CENTS:
        raise AccountUnsound(str(_("Ce montant n’est pas possible.")), field="amount")
    same = means.accounts.filter(from_on=from_on, until_on=until_on).first()
    if same is not None and same.closed_at is not None:
        raise AccountClosedBefore
    overlapping = means.accounts.filter(from_on__lte=until_on, until_on__gte=from_on)
    if until_on < from_on or (same is None and overlapping.exists()):
        raise AccountUnsound(field="until_on")
    _require_likely(means, same, amount_cents, sure)
    account, _is_new = Account.objects.update_or_create(
        means=means,
        from_on=from_on,
        until_on=until_on,
        defaults={"amount_cents": amount_cents, "written_by_id": by.person_id, "written_at": at},
    )
    publish(events.AccountWritten(cooperation.pole_id, cooperation.pk, account.pk), by=by, at=at)
    return account


def _require_likely(means: Means, same: Account | None, cents: int, sure: bool) -> None:
    """Ask again when an amount is ten times, or a tenth of, the one before: a slip of the hand is likelier."""
    others = means.accounts.exclude(pk=same.pk) if same else means.accounts.all()
    before = same or others.first()
    if sure or before is None or not before.amount_cents:
        return
    if cents >= TEN_TIMES * before.amount_cents or cents * TEN_TIMES <= before.amount_cents:
        raise AmountUnlikely(field="amount")


@transaction.atomic
def close_account(*, account: Account, seen_cents: int, by: Actor, at: datetime) -> Account:
    """Settle for good who pays what: shares are kept with their inputs, and nothing of them moves any more.

    `seen_cents` is the amount that the page showed. The key is the one that held on the first day of the period.
    """
    cooperation = account.means.cooperation
    require(permissions.can_close_account(by, cooperation))
    Means.objects.select_for_update().get(pk=account.means_id)
    account = Account.objects.select_for_update(of=("self",)).select_related("means__cooperation").get(pk=account.pk)
    if account.closed_at is not None:
        raise AccountClosedBefore
    if account.amount_cents != seen_cents:
        raise AmountChangedMeanwhile
    key = sharing_rules.key_on(list(account.means.keys.all()), account.from_on)
    if key is None:
        raise NoKeyHolds
    try:
        rows = sharing_rules.rows_of(account, key)
    except allocation.Unsplittable as problem:
        raise NoKeyHolds(str(_("Personne n’a utilisé ce moyen pendant cette période."))) from problem
    for row in rows:
        Share.objects.create(account=account, party=row.party, cents=row.cents, days=row.days, inputs=row.inputs)
    account.key, account.closed_at, account.closed_by_id = key, at, by.person_id
    account.save(update_fields=["key", "closed_at", "closed_by"])
    publish(events.AccountClosed(cooperation.pole_id, cooperation.pk, account.pk), by=by, at=at)
    return account
