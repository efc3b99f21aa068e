"""What was said is shown for a while, prolonged in a click, noted for others who may undo it, and used up in parts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons import due
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.keeping import CannotBeLeft, NothingToExtend, OfferUsedUp
from phares.rooms.cooperation.agreement_words import AgreementDraft, PartyDraft, PromiseDraft
from phares.rooms.cooperation.models import Cooperation, Item

Say = Callable[..., Item]
As = Callable[[str], Client]
Run = Callable[[], int]


def _agreed(cast: Cast, need: Item, offer: Item, now: datetime) -> Cooperation:
    """Let a need and an offer be put together, both sides say yes, and the text be written."""
    match = actions.propose_match(need=need, offer=offer, helper=offer.holder, by=cast.actor("lena"), at=now)
    for side, item in (("need", need), ("offer", offer)):
        who = cast.actor({"L’Établi": "nour", "Jardins d’Aval": "awa", "Roue Libre": "sam"}[str(item.holder)])
        actions.answer_match(match=match, side=side, choice="interested", by=who, at=now)
    draft = AgreementDraft(
        title="Stocker",
        purpose="",
        form="loan",
        from_on=now.date(),
        until_on=None,
        openness="pole",
        parties=(PartyDraft(need.holder), PartyDraft(offer.holder)),
        promises=(PromiseDraft(1, 0, "Prêter"),),
    )
    return actions.begin_cooperation(pole=cast.pole, draft=draft, match=match, by=cast.actor("lena"), at=now)


def _sign(cast: Cast, cooperation: Cooperation, key: str, now: datetime) -> Any:
    party = next(one for one in cooperation.parties.all() if one.holder == cast.actor(key).holder)
    seen = cooperation.agreements.get(replaced_at=None).words_sha256
    return actions.sign_agreement(party=party, seen=seen, by=cast.actor(key), at=now)


# ---------------------------------------------------------------- how long it is shown


def test_what_has_no_last_day_is_shown_for_six_months_and_prolonged_from_the_day_of_the_click(
    cast: Cast, say: Say, now: datetime
) -> None:
    need = say("nour", "Une salle")
    assert need.expires_on == now.date() + timedelta(days=183)
    later = now + timedelta(days=180)
    kept = actions.extend_item(item=need, by=cast.actor("nour"), at=later)
    assert kept.expires_on == later.date() + timedelta(days=183)
    assert say("nour", "Une salle en mai", until_on=now.date() + timedelta(days=30)).expires_on is None


def test_nobody_else_prolongs_it_and_what_was_taken_back_is_not_prolonged(cast: Cast, say: Say, now: datetime) -> None:
    need = say("nour", "Une salle")
    with pytest.raises(NotAllowed):
        actions.extend_item(item=need, by=cast.actor("awa"), at=now)
    actions.withdraw_item(item=need, by=cast.actor("nour"), at=now)
    with pytest.raises(NothingToExtend):
        actions.extend_item(item=need, by=cast.actor("nour"), at=now)


@pytest.fixture
def at_once(cast: Cast, now: datetime) -> None:
    """L’Établi’s two hear of what concerns its needs and offers before the letter."""
    for key in ("nour", "idris"):
        wishes = {"proposals": "weekly", "answers": "at_once", "messages": "weekly", "own_items": "at_once"}
        actions.wish_mails(pole=cast.pole, **wishes, by=cast.actor(key), at=now)


def test_a_week_before_its_last_day_a_mail_asks_once_and_its_link_prolongs_without_password(
    say: Say, now: datetime, run_tasks: Run, at_once: None
) -> None:
    need, link = say("nour", "Une salle"), ""
    run_tasks()
    for days, asked in ((175, set()), (177, {"nour", "idris"}), (182, set())):
        mail.outbox.clear()
        due.run_due(now + timedelta(days=days))
        run_tasks()
        asking = [message for message in mail.outbox if message.subject.startswith("Toujours d’actualité")]
        assert {message.to[0].split("@")[0] for message in asking} == asked
        link = next((line for one in asking for line in one.body.splitlines() if line.startswith("http")), link)
    path = link.removeprefix("http://localhost:8000")
    visitor = Client()
    assert "Une salle" in visitor.get(path).content.decode()
    need.refresh_from_db()
    before = need.expires_on
    Item.objects.filter(pk=need.pk).update(expires_on=now.date())
    assert visitor.post(path).status_code == 200
    need.refresh_from_db()
    assert need.expires_on == before


# ---------------------------------------------------------------- noted for somebody else


def test_the_structure_reads_what_was_noted_for_it_and_by_whom_and_keeps_or_undoes_it(
    cast: Cast, say: Say, client_as: As, run_tasks: Run, now: datetime, at_once: None
) -> None:
    noted = say("maud", "Une salle le mardi", holder=cast.structures["etabli"], said_by="Idris K.")
    run_tasks()
    assert {message.to[0].split("@")[0] for message in mail.outbox} == {"nour", "idris"}
    assert "dit par Idris K." in mail.outbox[0].body
    page = client_as("nour").get(noted.get_absolute_url()).content.decode()
    assert "Noté pour vous par Maud R." in page
    assert page.count(reverse("cooperation:withdraw_item", args=["fanal", noted.pk])) == 1
    assert "Une salle le mardi" in client_as("nour").get("/fanal/bonjour/").content.decode()
    client_as("nour").post(reverse("cooperation:keep_noted_item", args=["fanal", noted.pk]))
    noted.refresh_from_db()
    assert noted.kept_at is not None
    actions.withdraw_item(item=noted, by=cast.actor("nour"), at=now)
    with pytest.raises(NotAllowed):
        actions.keep_noted_item(item=noted, by=cast.actor("awa"), at=now)


def test_who_said_it_is_not_told_to_the_public(cast: Cast, say: Say, client_as: As) -> None:
    noted = say("maud", "Une salle", holder=cast.structures["etabli"], said_by="Idris K.", visibility="public")
    assert "Idris" not in client_as("").get(noted.get_absolute_url()).content.decode()


# ---------------------------------------------------------------- an offer that several needs share


def test_an_offer_serves_several_needs_until_nothing_is_left(
    cast: Cast, say: Say, client_as: As, now: datetime
) -> None:
    offer = say("awa", "Un hangar au sec", "offer", quantity=60, unit="m²")
    for key, wanted, left in (("nour", 40, 20), ("sam", 30, 0)):
        cooperation = _agreed(cast, say(key, "Stocker au sec", quantity=wanted, unit="m²"), offer, now)
        _sign(cast, cooperation, key, now)
        _sign(cast, cooperation, "awa", now)
        offer.refresh_from_db()
        assert offer.quantity_left == left
        assert offer.is_open(now.date()) is bool(left)
    assert [use.quantity for use in offer.uses.all()] == [40, 20]
    assert "Ce qui en est déjà pris" in client_as("awa").get(offer.get_absolute_url()).content.decode()


def test_the_last_to_sign_hears_that_others_took_all_of_it_and_nothing_is_half_done(
    cast: Cast, say: Say, now: datetime
) -> None:
    offer = say("awa", "Un hangar au sec", "offer", quantity=60, unit="m²")
    first, second = (
        _agreed(cast, say(key, "Stocker au sec", quantity=60, unit="m²"), offer, now) for key in ("nour", "sam")
    )
    for cooperation, key in ((first, "nour"), (second, "sam"), (first, "awa")):
        _sign(cast, cooperation, key, now)
    with pytest.raises(OfferUsedUp):
        _sign(cast, second, "awa", now)
    second.refresh_from_db()
    assert second.started_at is None
    assert second.agreements.get().signatures.count() == 1


def test_two_last_signatures_at_once_take_the_last_of_an_offer_once(
    several_at_once: Callable[..., list[Any]], cast: Cast, say: Say, now: datetime
) -> None:
    offer = say("awa", "Un hangar au sec", "offer", quantity=60, unit="m²")
    pending = [_agreed(cast, say(key, "Stocker au sec", quantity=60, unit="m²"), offer, now) for key in ("nour", "sam")]
    for cooperation, key in zip(pending, ("nour", "sam"), strict=True):
        _sign(cast, cooperation, key, now)
    told = several_at_once(*[lambda one=one: _sign(cast, one, "awa", now) for one in pending])
    assert sorted(type(one).__name__ for one in told) == ["OfferUsedUp", "Signature"]
    offer.refresh_from_db()
    assert offer.quantity_used == 60
    assert Cooperation.objects.filter(started_at__isnull=False).count() == 1


def test_the_holder_counts_what_is_left_and_what_came_back(cast: Cast, say: Say, now: datetime) -> None:
    offer = say("awa", "Cent chaises", "offer", quantity=100, unit="pièces")
    count = {"offer": offer, "by": cast.actor("awa"), "at": now}
    assert actions.count_left(left=Decimal(0), **count).met_at == now
    assert actions.count_left(left=Decimal(30), **count).is_open(now.date())
    with pytest.raises(CannotBeLeft):
        actions.count_left(left=Decimal(101), **count)
    with pytest.raises(NotAllowed):
        actions.count_left(offer=offer, left=Decimal(1), by=cast.actor("sam"), at=now)
