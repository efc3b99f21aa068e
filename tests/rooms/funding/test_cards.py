"""The cards of those who could take part: few, the most useful first; all others in one list."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actions.capacities import CapacityEntry
from phares.rooms.directory.models import Structure
from phares.rooms.funding import actions
from phares.rooms.funding.models import Application, Call
from phares.rooms.funding.views.applications import CARDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(call: Call, cast: Cast, now: datetime) -> Application:
    """An answer with nobody in it yet."""
    return actions.begin_application(call=call, by=cast.actor("lena"), at=now)


def many(cast: Cast, skill: str, now: datetime, number: int = CARDS + 4) -> list[Structure]:
    """Make structures that all know one thing."""
    made = [
        Structure(
            pole=cast.pole, slug=f"{skill}-{n}", name=f"{skill} {n}", search_text=f"{skill} {n}", described_at=now
        )
        for n in range(number)
    ]
    Structure.objects.bulk_create(made)
    for one in made:
        said = [CapacityEntry("skill", skill, Decimal(1))]
        directory.say_capacities(structure=one, capacities=said, by=CONSOLE, at=now)
    return made


def at(cast: Cast, name: str, *args: int) -> str:
    """Return an address of the room in the cast's pole."""
    return reverse(f"funding:{name}", args=[cast.pole.slug, *args])


def test_the_most_useful_have_a_card_and_all_others_are_in_one_list(
    client_as: Any, cast: Cast, begun: Application, now: datetime
) -> None:
    gardeners = many(cast, "jardinage", now)
    lena: Client = client_as("lena")
    page = lena.get(begun.get_absolute_url()).content.decode()
    cards, _mark, choices = page.partition('id="autre"')
    assert cards.count('class="card"') == CARDS
    for useful in ("roue", "etabli", "aval"):  # they bring what is mandatory; gardening only counts
        assert str(cast.structures[useful]) in cards[cards.index('id="pourraient"') :]
    assert (
        choices.count("<option")
        == Structure.objects.filter(pole=cast.pole, name_is_established=True).count() - CARDS + 1
    )
    last = gardeners[-1]
    assert str(last) in choices
    chosen = at(cast, "add_chosen_member", begun.pk)
    part = lena.post(chosen, {"structure": last.pk}, HTTP_HX_REQUEST="true").content.decode()
    assert "2 membres" not in part
    assert f'autofocus>Retirer<span class="said-only"> {last}' in part
    for wrong in ("", "x", "9" * 30, "-1", "\0"):
        told = lena.post(chosen, {"structure": wrong}, follow=True)
        assert "dans la liste" in told.content.decode()
    assert lena.post(chosen, {"structure": 10**9}).status_code == 404
    assert begun.members.count() == 1


def test_a_card_asks_the_database_no_more_among_many(
    client_as: Any, cast: Cast, begun: Application, now: datetime, django_assert_max_num_queries: Any
) -> None:
    lena: Client = client_as("lena")
    card = at(cast, "add_member", begun.pk, cast.structures["roue"].pk)
    many(cast, "mecanique", now, 40)
    with django_assert_max_num_queries(40):
        part = lena.post(card, HTTP_HX_REQUEST="true").content.decode()
    assert part.count("<form") <= CARDS + 2  # the one member, the invitation, the cards


def test_a_card_pressed_after_the_session_ended_shows_the_way_in_and_not_inside_the_page(
    client_as: Any, cast: Cast, begun: Application
) -> None:
    card = at(cast, "add_member", begun.pk, cast.structures["roue"].pk)
    answer = client_as("").post(card, HTTP_HX_REQUEST="true")
    assert "/compte/" in answer["HX-Redirect"]
    assert begun.members.count() == 0


def test_a_card_that_is_refused_says_why_in_its_place(
    client_as: Any, cast: Cast, begun: Application, now: datetime
) -> None:
    Call.objects.update(least_members=1, most_members=1)
    lena: Client = client_as("lena")
    lena.post(at(cast, "add_member", begun.pk, cast.structures["roue"].pk))
    more = at(cast, "add_member", begun.pk, cast.structures["etabli"].pk)
    part = lena.post(more, HTTP_HX_REQUEST="true").content.decode()
    assert "<html" not in part
    assert "pas plus de 1 membre" in part
    assert begun.members.count() == 1
