"""The same need at several: found, proposed, priced by people, answered by each, written between those who are in."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.commons.refusals import NotAllowed
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.pooled import AlreadyPooled, NotPooled, PriceTooHigh
from phares.rooms.cooperation.actions.together import NotAgreed
from phares.rooms.cooperation.models import Item, PooledProposal
from phares.rooms.cooperation.queries import pooled as queries

As = Callable[[str], Client]
Say = Callable[..., Item]
PRICES = actions.Prices(
    unit_alone_cents=90_000, unit_together_cents=78_000, once_alone_cents=6_000, once_together_cents=25_000
)


@pytest.fixture
def needs(say: Say) -> list[Item]:
    """Flour at two structures."""
    return [
        say(who, "Acheter de la farine bio en gros", kind="purchase", quantity=quantity, unit="t")
        for who, quantity in (("nour", 2), ("sam", 1))
    ]


@pytest.fixture
def proposal(cast: Cast, needs: list[Item], now: datetime) -> PooledProposal:
    """Both put before each other."""
    return actions.propose_pooled(
        pole=cast.pole, needs=needs, form="group_purchase", title="De la farine", by=cast.actor("lena"), at=now
    )


def _in(cast: Cast, proposal: PooledProposal, who: str, now: datetime, choice: str = "interested", **more: Any) -> Any:
    part = proposal.parts.get(need__structure=cast.actor(who).holder)
    return actions.answer_pooled(part=part, choice=choice, by=cast.actor(who), at=now, **more)


def test_the_engine_finds_the_same_need_and_the_page_proposes_it(
    cast: Cast, needs: list[Item], client_as: As, now: datetime
) -> None:
    group = queries.groups_found(cast.pole, now.date())[0]
    assert {need.pk for need in group.needs} == {need.pk for need in needs}
    assert group.form == "group_purchase"
    address = reverse("cooperation:propose_pooled", args=["fanal"])
    assert client_as("lena").post(address, {"needs": group.key, "form": group.form}).status_code == 302
    assert PooledProposal.objects.get().unit == "t"
    assert queries.groups_found(cast.pole, now.date()) == []


def test_prices_typed_in_euros_say_what_each_would_save_and_from_when_on(
    cast: Cast, proposal: PooledProposal, client_as: As
) -> None:
    sent = {
        "unit_alone": "900",
        "once_alone": "60",
        "unit_together": "780,00",
        "once_together": "250",
        "source": "Devis du moulin, 3 mars",
    }
    address = reverse("cooperation:price_pooled", args=["fanal", proposal.pk])
    assert client_as("nour").post(address, {**sent, "unit_alone": "cher"}).status_code == 422
    assert client_as("nour").post(address, sent).status_code == 302
    page = client_as("sam").get(proposal.get_absolute_url()).content.decode()
    page = page.replace("\u202f", " ").replace("\xa0", " ")
    for told in (
        "133,33 €",
        "96,67 €",
        "230 €",
        "à partir de 1,08 t en tout",
        "2 structures au moins",
        "Devis du moulin",
    ):
        assert told in page, told


def test_it_is_reckoned_for_those_who_are_in_with_the_quantities_they_say(
    cast: Cast, proposal: PooledProposal, now: datetime
) -> None:
    actions.price_pooled(proposal=proposal, prices=PRICES, source="devis", by=cast.actor("nour"), at=now)
    _in(cast, proposal, "nour", now, quantity=Decimal(4))
    seen = queries.pooled_seen(cast.actor("sam"), cast.pole, proposal.pk)
    assert seen is not None
    assert seen.is_reckoned_for_all
    _in(cast, proposal, "sam", now)
    seen = queries.pooled_seen(cast.actor("sam"), cast.pole, proposal.pk)
    assert seen is not None
    assert seen.outcome is not None
    assert not seen.is_reckoned_for_all
    assert seen.outcome.together == 25_000 + 5 * 78_000
    assert sum(one.saving.share for one in seen.parts if one.saving) == seen.outcome.together


def test_those_who_are_in_write_together_once_and_their_needs_are_met_when_signed(
    cast: Cast, proposal: PooledProposal, client_as: As, now: datetime
) -> None:
    begin = reverse("cooperation:begin_pooled", args=["fanal", proposal.pk])
    _in(cast, proposal, "nour", now)
    assert client_as("nour").get(begin).status_code == 403
    _in(cast, proposal, "sam", now)
    assert "Acheter de la farine" in client_as("nour").get(begin).content.decode()
    _in(cast, proposal, "sam", now, "not_for_us")
    with pytest.raises(NotAgreed):
        actions.begin_from_pooled(proposal=proposal, draft=None, by=cast.actor("nour"), at=now)  # type: ignore[arg-type]


def test_what_is_not_one_open_need_at_two_is_refused(cast: Cast, needs: list[Item], say: Say, now: datetime) -> None:
    said = {"pole": cast.pole, "form": "group_purchase", "title": "Farine", "by": cast.actor("lena"), "at": now}
    own = say("nour", "De la farine aussi", kind="purchase")
    for wrong in ([needs[0]], [needs[0], own], []):
        with pytest.raises(NotPooled):
            actions.propose_pooled(needs=wrong, **said)
    actions.propose_pooled(needs=needs, **said)
    with pytest.raises(AlreadyPooled):
        actions.propose_pooled(needs=needs, **said)
    with pytest.raises(NotAllowed):
        actions.propose_pooled(**{**said, "by": cast.actor("nour")}, needs=needs)


def test_a_price_that_nobody_can_mean_is_refused_and_a_stranger_sees_nothing(
    cast: Cast, proposal: PooledProposal, client_as: As, now: datetime
) -> None:
    with pytest.raises(PriceTooHigh):
        actions.price_pooled(proposal=proposal, prices=actions.Prices(10**12, 0), by=cast.actor("nour"), at=now)
    assert client_as("awa").get(proposal.get_absolute_url()).status_code == 404
