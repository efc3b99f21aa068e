"""Chains of barter: found, proposed, accepted by all or not at all, closed without a name, written once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.chain import ChainAlreadyProposed, ChainIsOver, NoLongerRound, NotAChain
from phares.rooms.cooperation.models import Chain, ChainLink, Item
from phares.rooms.cooperation.queries import chains as queries

As = Callable[[str], Client]
Say = Callable[..., Item]
WHO = ("nour", "sam", "awa")
THINGS = ("camion frigorifique", "barnum de fête", "broyeur à végétaux")


@pytest.fixture
def given(say: Say) -> list[tuple[Item, Item]]:
    """L’Établi lends to Roue Libre, which lends to Jardins d’Aval, which lends to L’Établi."""
    offers = [
        say(who, f"Prêter un {thing}", "offer", kind="equipment", quantity=4, unit="h")
        for who, thing in zip(WHO, THINGS, strict=True)
    ]
    needs = [
        say(who, f"Emprunter un {thing}", kind="equipment", quantity=2, unit="h")
        for who, thing in zip((*WHO[1:], WHO[0]), THINGS, strict=True)
    ]
    return list(zip(offers, needs, strict=True))


@pytest.fixture
def chain(cast: Cast, given: list[tuple[Item, Item]], now: datetime) -> Chain:
    """That chain, put before all three."""
    return actions.propose_chain(pole=cast.pole, given=given, by=cast.actor("lena"), at=now)


def _answer(cast: Cast, chain: Chain, who: str, now: datetime, accepted: bool = True) -> Chain:
    link = chain.links.get(structure=cast.actor(who).holder)
    return actions.answer_chain(link=link, accepted=accepted, by=cast.actor(who), at=now)


def test_the_engine_finds_the_chain_and_the_page_proposes_it(
    cast: Cast, given: list[tuple[Item, Item]], client_as: As, now: datetime
) -> None:
    found = queries.chains_found(cast.pole, now.date())
    assert {(gift.offer, gift.need) for gift in found[0].gifts} == set(given)
    address = reverse("cooperation:propose_chain", args=["fanal"])
    assert client_as("nour").post(address, {"chain": found[0].key}).status_code == 403
    assert client_as("lena").post(address, {"chain": found[0].key}).status_code == 302
    assert Chain.objects.get().links.count() == 3
    assert not queries.chains_found(cast.pole, now.date())


def test_it_shows_what_each_gives_and_receives_and_the_difference(cast: Cast, chain: Chain, client_as: As) -> None:
    page = client_as("sam").get(chain.get_absolute_url()).content.decode()
    for thing in THINGS:
        assert f"Prêter un {thing}" in page
    assert page.count("autant") == 3
    assert "0 oui sur 3" in page


def test_it_holds_when_all_have_accepted_and_is_written_once(
    cast: Cast, chain: Chain, client_as: As, now: datetime, run_tasks: Any
) -> None:
    for who in WHO[:2]:
        assert _answer(cast, chain, who, now).agreed_at is None
    assert _answer(cast, chain, "awa", now).agreed_at == now
    run_tasks()
    assert "Tout le monde est d’accord" in "".join(message.subject for message in mail.outbox)
    begin = reverse("cooperation:begin_chain", args=["fanal", chain.pk])
    page = client_as("nour").get(begin).content.decode()
    assert "Prêter un barnum de fête" in page
    assert client_as("hind").get(begin).status_code == 404


def test_one_refusal_closes_it_and_names_nobody_anywhere(
    cast: Cast, chain: Chain, client_as: As, now: datetime, run_tasks: Any
) -> None:
    _answer(cast, chain, "nour", now)
    run_tasks()
    mail.outbox.clear()
    assert _answer(cast, chain, "sam", now, accepted=False).closed_at == now
    run_tasks()
    assert {message.to[0].split("@")[0] for message in mail.outbox} == {"nour", "idris"}
    assert "Roue Libre" not in mail.outbox[0].body + mail.outbox[0].subject
    entry = JournalEntry.objects.get(event="ChainClosed")
    assert (entry.person_id, entry.structure_id, entry.mandate_id) == (None, None, None)
    pages = [client_as(who).get(chain.get_absolute_url()).content.decode() for who in ("nour", "awa", "lena", "sam")]
    for page in pages:
        assert "personne n’est nommé" in page
        assert "refus" not in page

    with pytest.raises(ChainIsOver):
        _answer(cast, chain, "awa", now)


def test_a_chain_that_no_longer_goes_round_is_closed_by_the_next_answer(
    cast: Cast, chain: Chain, given: list[tuple[Item, Item]], now: datetime
) -> None:
    actions.withdraw_item(item=given[0][0], by=cast.actor("nour"), at=now)
    with pytest.raises(NoLongerRound):
        _answer(cast, chain, "sam", now)
    chain.refresh_from_db()
    assert chain.closed_at is not None


def test_what_does_not_go_round_or_was_proposed_before_is_refused(
    cast: Cast, given: list[tuple[Item, Item]], now: datetime
) -> None:
    propose = {"pole": cast.pole, "by": cast.actor("lena"), "at": now}
    for wrong in (given[:2], [given[0], given[2], given[1]], [(need, offer) for offer, need in given]):
        with pytest.raises(NotAChain):
            actions.propose_chain(given=wrong, **propose)
    actions.propose_chain(given=given, **propose)
    with pytest.raises(ChainAlreadyProposed):
        actions.propose_chain(given=given[1:] + given[:1], **propose)
    with pytest.raises(NotAllowed):
        actions.propose_chain(pole=cast.pole, given=given, by=cast.actor("nour"), at=now)


def test_the_last_yes_and_a_no_at_once_leave_one_outcome(
    several_at_once: Callable[..., list[Any]], cast: Cast, chain: Chain, now: datetime
) -> None:
    _answer(cast, chain, "nour", now)
    told = several_at_once(
        lambda: _answer(cast, chain, "sam", now), lambda: _answer(cast, chain, "awa", now, accepted=False)
    )
    chain.refresh_from_db()
    assert chain.closed_at is not None
    assert chain.agreed_at is None
    assert any(isinstance(one, Chain) for one in told)


def test_the_two_last_yes_at_once_agree_once(
    several_at_once: Callable[..., list[Any]], cast: Cast, chain: Chain, now: datetime
) -> None:
    _answer(cast, chain, "nour", now)
    told = several_at_once(*[lambda who=who: _answer(cast, chain, who, now) for who in ("sam", "awa")])
    assert all(isinstance(one, Chain) for one in told)
    assert JournalEntry.objects.filter(event="ChainAgreed").count() == 1
    assert ChainLink.objects.filter(accepted=True).count() == 3


def test_a_mediator_notes_what_one_of_them_said_by_phone(cast: Cast, chain: Chain, client_as: As) -> None:
    link = chain.links.get(structure=cast.structures["roue"])
    sent = {"link": link.pk, "accepted": "yes", "said_by": "Sam L."}
    client_as("maud").post(reverse("cooperation:answer_chain", args=["fanal", chain.pk]), sent)
    link.refresh_from_db()
    assert (link.accepted, link.said_by) == (True, "Sam L.")
