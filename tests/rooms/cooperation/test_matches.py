"""Answering: who may, what each side knows, several at once, and the pages of matches."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from phares.demo.cast import Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.match import (
    AnsweredMeanwhile,
    NoLongerOpen,
    NoSuchAnswer,
    NotAPair,
    OwnNeed,
    SetAside,
)
from phares.rooms.cooperation.models import Answer, Item, Match
from phares.rooms.directory.actors import Actor

As = Callable[[str], Client]
Say = Callable[..., Item]
Storage = tuple[Item, Item]
SIDES = {"need": "nour", "offer": "awa"}


# ---------------------------------------------------------------- what may be put together


def test_a_match_is_proposed_once(cast: Cast, match: Match, storage: Storage, now: datetime) -> None:
    need, offer = storage
    again = actions.propose_match(need=need, offer=offer, helper=offer.holder, by=cast.actor("paul"), at=now)
    assert again == match
    assert JournalEntry.objects.filter(event="MatchProposed").count() == 1


def test_one_does_not_answer_ones_own_need(cast: Cast, storage: Storage, now: datetime) -> None:
    with pytest.raises(OwnNeed):
        actions.propose_match(need=storage[0], helper=cast.structures["etabli"], by=cast.actor("lena"), at=now)
    with pytest.raises(NotAllowed):
        actions.offer_help(need=storage[0], by=cast.actor("idris"), at=now)


@pytest.mark.parametrize("wrong", ["two needs", "two offers", "somebody else’s offer", "another pole"])
def test_only_a_need_and_an_offer_of_its_helper_in_one_pole_make_a_match(
    cast: Cast, say: Say, storage: Storage, stranger: Actor, now: datetime, wrong: str
) -> None:
    need, offer = storage
    helper = offer.holder
    if wrong == "two needs":
        offer = say("awa", "Autre besoin")
    elif wrong == "two offers":
        need = say("nour", "Une offre", "offer")
    elif wrong == "somebody else’s offer":
        helper = cast.structures["roue"]
    else:
        offer, helper = None, stranger.holder
    with pytest.raises(NotAPair):
        actions.propose_match(need=need, offer=offer, helper=helper, by=cast.actor("lena"), at=now)
    assert not Match.objects.exists()


@pytest.mark.parametrize("key", ["sam", "hind", "odile"])
def test_nobody_else_puts_two_others_before_each_other(cast: Cast, storage: Storage, now: datetime, key: str) -> None:
    need, offer = storage
    with pytest.raises(NotAllowed):
        actions.propose_match(need=need, offer=offer, helper=offer.holder, by=cast.actor(key), at=now)


@pytest.mark.parametrize("gone", [0, 1])
def test_what_is_no_longer_open_is_neither_proposed_nor_accepted(
    cast: Cast, match: Match, storage: Storage, answer: Callable[..., Answer], now: datetime, gone: int
) -> None:
    need, offer = storage
    actions.withdraw_item(item=storage[gone], by=cast.actor(["nour", "awa"][gone]), at=now)
    with pytest.raises(NoLongerOpen):
        actions.propose_match(need=need, offer=offer, helper=offer.holder, by=cast.actor("lena"), at=now)
    with pytest.raises(NoLongerOpen):
        answer("offer")
    assert answer("offer", "not_for_us").choice == "not_for_us"


# ---------------------------------------------------------------- who answers what


@pytest.mark.parametrize(
    ("key", "side"),
    [("sam", "need"), ("awa", "need"), ("nour", "offer"), ("lena", "need"), ("maud", "offer"), ("hind", "need")],
)
def test_nobody_answers_for_a_side_that_is_not_theirs(answer: Callable[..., Answer], key: str, side: str) -> None:
    with pytest.raises(NotAllowed):
        answer(side, by=key)


@pytest.mark.parametrize(
    "wrong", [{"choice": "perhaps"}, {"choice": "not_for_us", "reason": "x" * 241}, {"choice": "later", "days": 0}]
)
def test_an_answer_that_no_form_offers_is_refused(
    answer: Callable[..., Answer], now: datetime, wrong: dict[str, Any]
) -> None:
    days = wrong.pop("days", None)
    back = {} if days is None else {"back_on": timezone.localdate(now) + timedelta(days=days)}
    with pytest.raises(NoSuchAnswer):
        answer("need", **wrong, **back)


def test_later_without_a_day_comes_back_in_a_month(answer: Callable[..., Answer], now: datetime) -> None:
    assert answer("need", "later").back_on == timezone.localdate(now) + timedelta(days=30)


def test_a_colleagues_answer_is_never_overwritten_unseen(answer: Callable[..., Answer]) -> None:
    first = answer("need", "not_for_us", by="idris")
    with pytest.raises(AnsweredMeanwhile):
        answer("need")
    assert answer("need", seen=first.pk).choice == "interested"
    with pytest.raises(AnsweredMeanwhile):
        answer("need", "later", seen=first.pk)


def test_two_of_one_side_at_the_same_moment_and_the_second_is_told(
    several_at_once: Callable[..., list[Any]], cast: Cast, match: Match, answer: Callable[..., Answer]
) -> None:
    told = several_at_once(lambda: answer("need", by="nour"), lambda: answer("need", "not_for_us", by="idris"))
    assert sorted(type(one).__name__ for one in told) == ["Answer", "AnsweredMeanwhile"]
    assert match.answers.count() == 1


def test_both_sides_at_the_same_moment_and_both_are_kept(
    several_at_once: Callable[..., list[Any]], cast: Cast, match: Match, answer: Callable[..., Answer]
) -> None:
    several_at_once(lambda: answer("need"), lambda: answer("offer"))
    assert set(match.answers.values_list("side", "choice")) == {("need", "interested"), ("offer", "interested")}


def test_both_sides_take_up_one_proposal_at_the_same_moment_and_it_is_one_match(
    several_at_once: Callable[..., list[Any]], cast: Cast, storage: Storage, now: datetime
) -> None:
    need, offer = storage

    def take_up(side: str) -> Answer:
        return actions.answer_proposal(
            need=need, offer=offer, side=side, choice="interested", by=cast.actor(SIDES[side]), at=now
        )

    told = several_at_once(lambda: take_up("need"), lambda: take_up("offer"))
    assert [one.side for one in told] == ["need", "offer"]
    assert Match.objects.get().answers.count() == 2
    assert JournalEntry.objects.filter(event="MatchProposed").count() == 1


# ---------------------------------------------------------------- what stays with one side


@pytest.mark.parametrize("choice", ["not_for_us", "later"])
def test_what_one_side_sets_aside_by_itself_stays_unknown_to_all_others(
    client_as: As, cast: Cast, storage: Storage, now: datetime, choice: str
) -> None:
    need, offer = storage
    set_aside = actions.answer_proposal(
        need=need, offer=offer, side="need", choice=choice, reason="leur toit fuit", by=cast.actor("nour"), at=now
    )
    assert not JournalEntry.objects.filter(event="MatchProposed").exists()
    address = set_aside.match.get_absolute_url()
    for key in ("awa", "lena", "paul", "maud", "sam"):
        for page in (address, f"{address}accord/", f"{address}repondre/"):
            assert client_as(key).get(page).status_code == 404, (key, page)
        assert "leur toit fuit" not in client_as(key).get("/fanal/besoins/").content.decode()
    helpers = reverse("cooperation:helpers", args=["fanal", need.pk])
    assert "leur toit fuit" in client_as("idris").get(helpers).content.decode()
    assert "leur toit fuit" not in client_as("lena").get(helpers).content.decode()


def test_what_was_set_aside_can_be_taken_up_again_by_the_same_side(
    client_as: As, cast: Cast, storage: Storage, now: datetime
) -> None:
    need, offer = storage
    client = client_as("nour")
    address = reverse("cooperation:answer_proposal", args=["fanal", need.pk])
    client.post(address, {"choice": "not_for_us", "avec": offer.pk, "reason": "trop loin"})
    seen = Answer.objects.get().pk
    assert (
        f'name="seen" value="{seen}"'
        in client.get(reverse("cooperation:helpers", args=["fanal", need.pk])).content.decode()
    )
    client.post(address, {"choice": "interested", "avec": offer.pk, "seen": seen})
    assert Match.objects.proposed().get().answers.get().choice == "interested"


@pytest.mark.parametrize("key", ["lena", "awa"])
def test_what_was_set_aside_is_not_proposed_by_anybody_else(
    cast: Cast, storage: Storage, now: datetime, key: str
) -> None:
    need, offer = storage
    actions.answer_proposal(need=need, offer=offer, side="need", choice="not_for_us", by=cast.actor("nour"), at=now)
    with pytest.raises(SetAside):
        actions.propose_match(need=need, offer=offer, helper=offer.holder, by=cast.actor(key), at=now)
    with pytest.raises(Refusal):
        actions.answer_proposal(need=need, offer=offer, side="offer", choice="interested", by=cast.actor("awa"), at=now)
    assert not Match.objects.proposed().exists()


@pytest.mark.parametrize(("shared", "read_by"), [(False, {"nour", "idris"}), (True, {"nour", "idris", "awa"})])
def test_a_reason_is_read_by_its_own_side_and_by_the_other_only_when_shared(
    client_as: As, match: Match, answer: Callable[..., Answer], shared: bool, read_by: set[str]
) -> None:
    answer("need", "not_for_us", reason="leur toit fuit", reason_is_shared=shared)
    pages = {
        key: client_as(key).get(match.get_absolute_url()) for key in ("nour", "idris", "awa", "lena", "paul", "sam")
    }
    assert {key for key, page in pages.items() if "leur toit fuit" in page.content.decode()} == read_by
    assert {key: page.status_code for key, page in pages.items() if page.status_code != 200} == {"sam": 404}


def test_a_mediator_answers_for_a_resident_who_is_present(client_as: As, cast: Cast, say: Say, now: datetime) -> None:
    need = say("maud", "Lire un courrier", holder=cast.people["samira"], kind="knowledge")
    help_offered = actions.offer_help(need=need, by=cast.actor("clara"), at=now)
    client = client_as("maud")
    assert "à vous de répondre" in client.get("/fanal/rapprochements/").content.decode()
    address = reverse("cooperation:answer_match", args=["fanal", help_offered.match.pk])
    assert client.post(address, {"choice": "interested", "side": "need"}).status_code == 302
    assert set(help_offered.match.answers.values_list("side", flat=True)) == {"need", "offer"}
