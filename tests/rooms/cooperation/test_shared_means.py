"""Means shared: keys that hold when all say yes, accounts to the cent, closed for good, on one printed page."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.account import (
    AccountClosedBefore,
    AccountUnsound,
    AmountChangedMeanwhile,
    AmountUnlikely,
    NoKeyHolds,
)
from phares.rooms.cooperation.actions.means import MeansNotStarted, TooFewUsers, UseOutOfOrder
from phares.rooms.cooperation.actions.sharing_key import (
    KeyAnswered,
    KeyInClosedPeriod,
    KeyUnsound,
    KeyWaiting,
    PartDraft,
)
from phares.rooms.cooperation.models import Cooperation, Means
from rooms.cooperation.agreed import TODAY, begun
from rooms.cooperation.shared import EQUAL, SIGNERS, cents, close, cost, hold, propose, share, weights


def test_equal_parts_add_up_and_the_first_party_of_the_text_takes_the_last_cent(
    cast: Cast, line: Means, now: datetime
) -> None:
    hold(cast, line, EQUAL, now)
    assert cents(close(cast, cost(cast, line, 100_00, now), now)) == [33_34, 33_33, 33_33]


def test_a_measure_splits_in_proportion(cast: Cast, line: Means, now: datetime) -> None:
    hold(cast, line, [PartDraft(Fraction(1), "m²", weights(line, "30", "60.5", "29.5"))], now)
    assert cents(close(cast, cost(cast, line, 1200_00, now), now)) == [300_00, 605_00, 295_00]


def test_a_mixed_key_gives_the_cents_of_its_published_example(
    cast: Cast, three_sharing: Cooperation, now: datetime
) -> None:
    """60 % surface, 40 % desks, 10,000 €, of domain.md 3.2.3, on its first three users plus what the others weigh."""
    means = share(cast, three_sharing, "Le lieu", now)
    parts = [
        PartDraft(Fraction(3, 5), "m²", weights(means, "320", "180", "200")),
        PartDraft(Fraction(2, 5), "postes", weights(means, "22", "14", "14")),
    ]
    hold(cast, means, parts, now)
    assert cents(close(cast, cost(cast, means, 10_000_00, now), now)) == [4502_86, 2662_86, 2834_28]


def test_a_party_that_leaves_weighs_its_days(cast: Cast, line: Means, now: datetime) -> None:
    hold(cast, line, EQUAL, now)
    last = line.uses.all()[2]
    actions.end_use(use=last, until_on=date(2025, 6, 30), by=cast.actor("awa"), at=now)
    account = close(cast, cost(cast, line, 911_00, now), now)
    assert sum(cents(account)) == 911_00
    assert [share.days for share in account.shares.all()] == [365, 365, 181]
    assert cents(account) == [365_00, 365_00, 181_00]


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [PartDraft(Fraction(1, 2))],
        [PartDraft(Fraction(3, 5)), PartDraft(Fraction(3, 5))],
        [PartDraft(Fraction(0)), PartDraft(Fraction(1))],
        [PartDraft(Fraction(1), "m²")],
        [PartDraft(Fraction(1, 4))] * 4,
    ],
)
def test_a_key_makes_the_whole_and_measures_somebody(
    cast: Cast, line: Means, now: datetime, parts: list[PartDraft]
) -> None:
    with pytest.raises(KeyUnsound):
        propose(cast, line, parts, now)


def test_a_key_holds_when_all_who_use_it_said_yes_and_falls_at_the_first_no(
    cast: Cast, line: Means, now: datetime
) -> None:
    key = propose(cast, line, EQUAL, now)
    assert key.held_at is None
    with pytest.raises(KeyWaiting):
        propose(cast, line, EQUAL, now)
    actions.answer_key(key=key, accepted=True, by=cast.actor("sam"), at=now)
    with pytest.raises(KeyAnswered):
        actions.answer_key(key=key, accepted=False, by=cast.actor("sam"), at=now)
    refused = actions.answer_key(key=key, accepted=False, by=cast.actor("awa"), at=now)
    assert (refused.held_at, refused.refused_at) == (None, now)
    with pytest.raises(NoKeyHolds):
        close(cast, cost(cast, line, 10_00, now), now)


@pytest.mark.parametrize("who", ["idris", "lena", "maud", "hind", "paul", "clara"])
def test_only_those_who_sign_for_a_user_propose_and_answer(cast: Cast, line: Means, now: datetime, who: str) -> None:
    key = propose(cast, line, EQUAL, now)
    with pytest.raises(NotAllowed):
        actions.answer_key(key=key, accepted=True, by=cast.actor(who), at=now)
    with pytest.raises(NotAllowed):
        actions.propose_key(means=line, from_on=TODAY, parts=EQUAL, by=cast.actor(who), at=now)


def test_a_new_key_changes_nothing_already_closed(cast: Cast, line: Means, now: datetime) -> None:
    hold(cast, line, EQUAL, now)
    closed = close(cast, cost(cast, line, 90_00, now), now)
    by_measure = [PartDraft(Fraction(1), "postes", weights(line, "1", "1", "4"))]
    with pytest.raises(KeyInClosedPeriod):
        propose(cast, line, by_measure, now, on=date(2025, 7, 1))
    hold(cast, line, by_measure, now, on=date(2026, 1, 1))
    after = cost(cast, line, 90_00, now, from_on=date(2026, 1, 1), until_on=date(2026, 12, 31))
    assert cents(close(cast, after, now)) == [15_00, 15_00, 60_00]
    assert cents(closed) == [30_00, 30_00, 30_00]


def test_a_closed_account_is_corrected_by_nobody_and_closed_once(cast: Cast, line: Means, now: datetime) -> None:
    hold(cast, line, EQUAL, now)
    account = close(cast, cost(cast, line, 90_00, now), now)
    for act in (lambda: cost(cast, line, 91_00, now), lambda: close(cast, account, now)):
        with pytest.raises(AccountClosedBefore):
            act()
    with pytest.raises(UseOutOfOrder):
        actions.end_use(use=line.uses.all()[0], until_on=date(2025, 6, 30), by=cast.actor("nour"), at=now)


def test_an_open_account_is_corrected_and_the_amount_seen_is_the_one_closed(
    cast: Cast, line: Means, now: datetime
) -> None:
    hold(cast, line, EQUAL, now)
    account = cost(cast, line, 90_00, now)
    cost(cast, line, 93_00, now)
    with pytest.raises(AmountChangedMeanwhile):
        close(cast, account, now)
    account.refresh_from_db()
    assert cents(close(cast, account, now)) == [31_00, 31_00, 31_00]


@pytest.mark.parametrize("wrong", [900_00_0, 9_00])
def test_a_million_where_ten_was_meant_is_asked_again(cast: Cast, line: Means, now: datetime, wrong: int) -> None:
    cost(cast, line, 90_00, now)
    following = {"from_on": date(2026, 1, 1), "until_on": date(2026, 12, 31)}
    with pytest.raises(AmountUnlikely):
        cost(cast, line, wrong, now, **following)
    assert cost(cast, line, wrong, now, **following, sure=True).amount_cents == wrong


@pytest.mark.parametrize(
    ("start", "end", "amount"),
    [
        (date(2025, 12, 31), date(2025, 1, 1), 1),
        (date(2025, 6, 1), date(2026, 5, 31), 1),
        (date(2030, 1, 1), date(2030, 12, 31), 10**12),
        (date(2030, 1, 1), date(2030, 12, 31), -1),
    ],
)
def test_a_period_upside_down_or_twice_and_an_impossible_amount_are_refused(
    cast: Cast, line: Means, now: datetime, start: date, end: date, amount: int
) -> None:
    cost(cast, line, 90_00, now)
    with pytest.raises(AccountUnsound):
        cost(cast, line, amount, now, from_on=start, until_on=end, sure=True)


def test_nothing_is_shared_alone_nor_before_all_have_signed(
    cast: Cast, three_sharing: Cooperation, now: datetime
) -> None:
    said = {"title": "Rien", "from_on": TODAY, "by": cast.actor("nour"), "at": now}
    with pytest.raises(TooFewUsers):
        actions.write_means(cooperation=three_sharing, users=list(three_sharing.parties.all())[:1], **said)
    waiting = begun(cast)
    with pytest.raises(MeansNotStarted):
        actions.write_means(cooperation=waiting, users=list(waiting.parties.all()), **said)


def test_several_who_answer_or_close_at_once_have_one_outcome(
    several_at_once: Callable[..., list[Any]], cast: Cast, line: Means, now: datetime
) -> None:
    key = propose(cast, line, EQUAL, now)
    answers = several_at_once(
        lambda: actions.answer_key(key=key, accepted=True, by=cast.actor("sam"), at=now),
        lambda: actions.answer_key(key=key, accepted=True, by=cast.actor("sam"), at=now),
        lambda: actions.answer_key(key=key, accepted=True, by=cast.actor("awa"), at=now),
    )
    assert sorted(type(one).__name__ for one in answers) == ["KeyAnswered", "SharingKey", "SharingKey"], answers
    key.refresh_from_db()
    assert key.held_at is not None
    account = cost(cast, line, 90_00, now)
    told = several_at_once(*(lambda who=who: close(cast, account, now, who) for who in SIGNERS))
    assert sorted(type(one).__name__ for one in told) == ["Account", "AccountClosedBefore", "AccountClosedBefore"], told
    assert account.shares.count() == 3
