"""What is closed never moves: the database itself refuses, whoever asks."""

from datetime import date, datetime

import pytest
from django.db import DatabaseError, transaction

from phares.demo.cast import Cast
from phares.rooms.cooperation.models import Account, Means, Share, SharingKey
from rooms.cooperation.agreed import running


@pytest.fixture
def closed(cast: Cast, now: datetime) -> Account:
    """A closed account with one share, written straight into the database."""
    cooperation = running(cast)
    means = Means.objects.create(cooperation=cooperation, title="Internet", written_at=now)
    party = cooperation.parties.all()[0]
    key = SharingKey.objects.create(
        means=means, from_on=date(2025, 1, 1), proposed_by=party, proposed_at=now, held_at=now
    )
    account = Account.objects.create(
        means=means,
        from_on=date(2025, 1, 1),
        until_on=date(2025, 12, 31),
        amount_cents=1_200_00,
        written_at=now,
        closed_at=now,
        key=key,
    )
    Share.objects.create(account=account, party=party, cents=1_200_00, days=365, inputs={})
    return account


def test_a_closed_account_cannot_be_changed_reopened_nor_removed(closed: Account) -> None:
    for attempt in (
        lambda: Account.objects.update(amount_cents=1),
        lambda: Account.objects.update(closed_at=None, key=None),
        lambda: Account.objects.filter(pk=closed.pk)._raw_delete(closed._state.db),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    closed.refresh_from_db()
    assert closed.amount_cents == 1_200_00


def test_a_share_cannot_be_changed_nor_removed(closed: Account) -> None:
    share = closed.shares.get()
    for attempt in (
        lambda: Share.objects.update(cents=1),
        lambda: Share.objects.filter(pk=share.pk)._raw_delete(share._state.db),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    assert closed.shares.get().cents == 1_200_00


def test_an_open_account_may_still_be_corrected(closed: Account, now: datetime) -> None:
    account = Account.objects.create(
        means=closed.means, from_on=date(2026, 1, 1), until_on=date(2026, 12, 31), amount_cents=10, written_at=now
    )
    Account.objects.filter(pk=account.pk).update(amount_cents=20)
    account.refresh_from_db()
    assert account.amount_cents == 20
