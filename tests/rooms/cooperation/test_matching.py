"""Who could help: what the engine is asked, what the page shows, and the words of every reason."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from phares.demo.cast import Cast
from phares.engine import matching as engine
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Cooperation, Item, Match
from phares.rooms.cooperation.queries import matching
from phares.rooms.cooperation.queries.reading import engine_item
from phares.rooms.cooperation.templatetags import reasons as words
from phares.rooms.directory import actions as directory

As = Callable[[str], Client]
Say = Callable[..., Item]
Storage = tuple[Item, Item]


def _found(item: Item, day: Any = None) -> list[Item]:
    return [one.other for one in matching.proposals_for(item, day or timezone.localdate()).near]


def test_an_offer_that_answers_a_need_is_found_from_both_ends_with_the_same_score(storage: Storage) -> None:
    need, offer = storage
    day = timezone.localdate()
    from_need, from_offer = (matching.proposals_for(item, day).near[0] for item in storage)
    assert (from_need.other, from_offer.other) == (offer, need)
    assert from_need.found.micro_score == from_offer.found.micro_score


def test_the_page_and_the_command_line_give_one_answer(storage: Storage) -> None:
    need, offer = storage
    alone = engine.match([engine_item(need)], [engine_item(offer)])
    assert matching.proposals_for(need, timezone.localdate()).near[0].found == alone[0]


def test_ones_own_offers_another_poles_and_those_closed_are_never_proposed(
    cast: Cast, say: Say, storage: Storage, now: datetime, stranger: Any
) -> None:
    need, offer = storage
    say("idris", "Hangar de stockage au sec", "offer")
    actions.say_item(
        pole=stranger.mandate.pole, holder=stranger.holder, side="offer", kind="space",
        title="Hangar de stockage au sec", by=stranger, at=now,
    )  # fmt: skip
    assert _found(need) == [offer]
    actions.withdraw_item(item=offer, by=cast.actor("awa"), at=now)
    assert _found(need) == []


@pytest.mark.parametrize("side", ["need", "offer"])
def test_what_one_side_refused_is_never_proposed_again_to_either(
    cast: Cast, match: Match, storage: Storage, now: datetime, side: str
) -> None:
    by = cast.actor({"need": "nour", "offer": "awa"}[side])
    actions.answer_match(match=match, side=side, choice="not_for_us", reason="trop loin", by=by, at=now)
    assert [_found(item) for item in storage] == [[], []]
    alike = [matching.proposals_for(item, timezone.localdate()).alike for item in storage]
    assert [list(one) for one in alike] == [[], []]


def test_help_that_was_refused_takes_all_that_the_helper_offers_with_it(
    cast: Cast, storage: Storage, now: datetime
) -> None:
    need, offer = storage
    help_offered = actions.offer_help(need=need, by=cast.actor("awa"), at=now)
    actions.answer_match(match=help_offered.match, side="need", choice="not_for_us", by=cast.actor("nour"), at=now)
    assert (_found(need), _found(offer)) == ([], [])


def test_what_is_put_off_is_shown_again_on_its_day_and_meanwhile_to_the_other_side(
    cast: Cast, storage: Storage, now: datetime
) -> None:
    need, offer = storage
    today = timezone.localdate()
    back_on = today + timedelta(days=10)
    actions.answer_proposal(
        need=need, offer=offer, side="need", choice="later", back_on=back_on, by=cast.actor("nour"), at=now
    )
    assert _found(need) == []
    assert _found(need, back_on - timedelta(days=1)) == []
    assert _found(need, back_on) == [offer]
    assert _found(offer) == [need]


def test_a_helper_proposed_often_lately_leaves_room_for_others_and_is_said_so(
    cast: Cast, say: Say, storage: Storage, now: datetime
) -> None:
    need, offer = storage
    before = matching.proposals_for(need, timezone.localdate()).near[0].found
    other = say("sam", "Garder des planches")
    actions.propose_match(need=other, offer=offer, helper=offer.holder, by=cast.actor("lena"), at=now)
    after = matching.proposals_for(need, timezone.localdate()).near[0].found
    assert after.micro_score < before.micro_score
    assert {"code": "shown_often", "times": 1}.items() <= matching.kept_reasons(after)[-1].items()
    in_four_months = matching.proposals_for(need, timezone.localdate() + timedelta(days=120)).near[0].found
    assert in_four_months.micro_score == before.micro_score


def _sign_together(cast: Cast, now: datetime) -> Cooperation:
    """Let L’Établi and Jardins d’Aval sign an agreement."""
    parties = (PartyDraft(cast.structures["etabli"]), PartyDraft(cast.structures["aval"]))
    draft = AgreementDraft(
        title="Ensemble", purpose="Essayer.", form="loan", from_on=now.date(), until_on=None, openness="pole",
        parties=parties, promises=(PromiseDraft(0, 1, "Venir", now.date() + timedelta(days=9)),),
    )  # fmt: skip
    cooperation = actions.begin_cooperation(pole=cast.pole, draft=draft, by=cast.actor("nour"), at=now)
    seen = cooperation.agreements.get().words_sha256
    for party, key in zip(cooperation.parties.all(), ("nour", "awa"), strict=True):
        actions.sign_agreement(party=party, seen=seen, by=cast.actor(key), at=now)
    return cooperation


def test_those_who_kept_a_promise_together_are_nearer_than_those_who_only_signed(
    cast: Cast, storage: Storage, now: datetime
) -> None:
    need, _offer = storage
    cooperation = _sign_together(cast, now)
    day = timezone.localdate()

    def together() -> dict[str, Any]:
        reasons = matching.proposals_for(need, day).near[0].reasons
        return next(one for one in reasons if one["code"] == "kept_together")

    assert words.reason_words(together()) == "ces deux-là ont déjà coopéré"
    promise = cooperation.commitments.get()
    actions.keep_commitment(commitment=promise, done_on=day, by=cast.actor("nour"), at=now)
    actions.acknowledge_commitment(commitment=promise, by=cast.actor("awa"), at=now)
    assert words.reason_words(together()) == "ces deux-là ont déjà tenu une promesse ensemble"


def test_two_of_one_kind_whose_words_have_nothing_in_common_are_a_line_and_no_card(say: Say) -> None:
    need = say("nour", "Réparer des vélos d’enfants", kind="skill")
    offer = say("awa", "Tailler les pommiers en hiver", "offer", kind="skill")
    proposals = matching.proposals_for(need, timezone.localdate())
    assert list(proposals.near) == []
    assert list(proposals.alike) == [offer]


def test_the_database_is_asked_as_often_for_ten_offers_as_for_one(
    say: Say, storage: Storage, django_assert_num_queries: Any
) -> None:
    need, _offer = storage
    with CaptureQueriesContext(connection) as one:
        matching.proposals_for(need, timezone.localdate())
    for number in range(9):
        say("awa", f"Hangar de stockage au sec numéro {number}", "offer")
    with django_assert_num_queries(len(one)):
        assert len(matching.proposals_for(need, timezone.localdate()).near) == matching.MOST_CARDS


def test_coordinates_of_the_structures_bring_a_distance(cast: Cast, storage: Storage, now: datetime) -> None:
    for key, latitude in (("etabli", 48.93), ("aval", 48.94)):
        structure = cast.structures[key]
        directory.describe_structure(
            structure=structure, name=structure.name, latitude=latitude, longitude=2.33, by=cast.actor("lena"), at=now
        )
    need = Item.objects.get(pk=storage[0].pk)
    codes = {one["code"]: one for one in matching.proposals_for(need, timezone.localdate()).near[0].reasons}
    assert codes["near"]["km"] == pytest.approx(1.1, abs=0.05)


def test_reasons_are_told_with_the_accents_of_those_who_spoke(say: Say) -> None:
    need = say("nour", "Réparer des vélos abîmés", kind="skill")
    say("sam", "reparer vos velos", "offer", kind="skill")
    reasons = matching.proposals_for(need, timezone.localdate()).near[0].reasons
    same = next(one for one in reasons if one["code"] == "same_words")
    assert set(same["words"]) == {"réparer", "vélos"}
