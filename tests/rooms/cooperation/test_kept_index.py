"""The kept index answers as the engine would if it read everything anew, whatever was said or taken back meanwhile."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from phares.demo.cast import Cast
from phares.engine import matching as engine
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Item
from phares.rooms.cooperation.queries import kept, matching
from phares.rooms.cooperation.queries.reading import engine_item

Say = Callable[..., Item]
TITLES = ["Hangar au sec", "Un local de stockage", "Salle de réunion", "Stocker des cartons", "Un garage fermé"]


def _anew(need: Item, now: datetime) -> list[tuple[str, int]]:
    """Return what the engine finds when it reads all that waits at this moment."""
    offers = Item.objects.filter(pole=need.pole_id, side="offer").open_on(now.date())
    found = engine.match([engine_item(need)], [engine_item(offer) for offer in offers], top=50)
    return [(one.offer, one.micro_score) for one in found]


def _kept(need: Item, now: datetime) -> list[tuple[str, int]]:
    found = kept.waiting(need.pole_id, "offer", now.date()).answers(engine_item(need), top=50)
    return [(one.offer, one.micro_score) for one in found]


def test_what_is_said_or_taken_back_after_the_first_reading_counts_at_once(cast: Cast, say: Say, now: datetime) -> None:
    need = say("nour", "Stocker des décors au sec dans un hangar")
    offers = [say("awa", title, "offer") for title in TITLES]
    assert _kept(need, now) == _anew(need, now) != []
    actions.withdraw_item(item=offers[0], by=cast.actor("awa"), at=now)
    late = say("sam", "Un hangar de stockage au sec", "offer")
    assert _kept(need, now) == _anew(need, now)
    assert str(late.pk) in dict(_kept(need, now))
    assert str(offers[0].pk) not in dict(_kept(need, now))


def test_many_new_items_are_read_again_as_one(say: Say, now: datetime, monkeypatch: Any) -> None:
    monkeypatch.setattr(kept, "FEWEST_APART", 3)
    need = say("nour", "Stocker au sec")
    for round_ in range(4):
        for title in TITLES:
            say("awa", f"{title} {round_}", "offer")
        assert _kept(need, now) == _anew(need, now)


def test_what_is_left_of_an_offer_is_what_is_compared(cast: Cast, say: Say, now: datetime) -> None:
    need = say("nour", "Stocker 50 m² au sec", quantity=50, unit="m²")
    offer = say("awa", "Stocker 60 m² au sec", "offer", quantity=60, unit="m²")
    assert not matching.proposals_for(need, now.date()).near[0].missing
    actions.count_left(offer=offer, left=Decimal(20), by=cast.actor("awa"), at=now)
    assert [one["code"] for one in matching.proposals_for(need, now.date()).near[0].missing] == ["quantity"]


def test_what_is_past_its_last_day_is_proposed_to_nobody(say: Say, now: datetime) -> None:
    need = say("nour", "Stocker au sec")
    say("awa", "Stocker au sec, un hangar", "offer")
    assert matching.proposals_for(need, now.date()).near
    assert not matching.proposals_for(need, (now + timedelta(days=200)).date()).near


def test_the_refusals_of_a_side_weigh_on_what_it_is_proposed_next_and_on_nobody_elses(
    cast: Cast, say: Say, now: datetime
) -> None:
    need = say("nour", "Emprunter une remorque à vélo", kind="equipment")
    refused = say("awa", "Prêter une remorque à vélo", "offer", kind="equipment")
    say("sam", "Une remorque à vélo le mardi", "offer", kind="equipment")
    of_sam = say("sam", "Emprunter une remorque à vélo le samedi", kind="equipment")
    before = matching.proposals_for(need, now.date()).near
    actions.answer_proposal(
        need=need,
        offer=refused,
        side="need",
        choice="not_for_us",
        why="not_our_trade",
        by=cast.actor("nour"),
        at=now,
    )
    after = matching.proposals_for(need, now.date()).near
    assert refused not in [one.other for one in after]
    codes = {reason["code"] for one in after for reason in one.reasons}
    assert after
    assert "like_refused" in codes
    assert after[0].found.score < {one.other: one.found.score for one in before}[after[0].other]
    others = {reason["code"] for one in matching.proposals_for(of_sam, now.date()).near for reason in one.reasons}
    assert "like_refused" not in others


def test_an_offer_is_asked_of_every_open_need_each_by_its_own_measure(
    cast: Cast, say: Say, now: datetime, monkeypatch: Any
) -> None:
    offer = say("awa", "Hangar au sec, remorque et vélo cargo", "offer", text="Pour stocker des cartons, se réunir.")
    for number in range(7):
        for title in (*TITLES, "Un vélo", "Une remorque le samedi"):
            say("nour", f"{title} {number}")
    needs = Item.objects.filter(side="need")

    def both() -> tuple[list[tuple[str, int]], ...]:
        found = kept.waiting(offer.pole_id, "need", now.date()).answers(engine_item(offer), top=30)
        anew = engine.answerable(engine_item(offer), map(engine_item, needs.open_on(now.date())), top=30)
        return [(one.need, one.micro_score) for one in found], [(one.need, one.micro_score) for one in anew]

    told, expected = both()
    assert told == expected != []
    first = needs.get(pk=told[0][0])
    actions.withdraw_item(item=first, by=cast.actor("nour"), at=now)
    late = say("sam", "Un vélo cargo et une remorque, au sec")
    told, expected = both()
    assert told == expected
    assert str(first.pk) not in dict(told)
    assert str(late.pk) in dict(told)
