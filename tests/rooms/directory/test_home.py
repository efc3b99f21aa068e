"""The member's home as a page: who has one, whom it greets, one yellow button."""

from typing import Any

import pytest
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Pole


def address(pole: Pole) -> str:
    """Return where the home is."""
    return reverse("directory:home", args=[pole.slug])


@pytest.mark.parametrize("who", ["nour", "idris", "maud", "hind", "clara"])
def test_the_home_greets_whoever_acts_by_name(cast: Cast, client_as: Any, who: str) -> None:
    page = client_as(who).get(address(cast.pole)).content.decode()
    assert f"Bonjour {cast.people[who].given_name}" in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("who", ["lena", "paul"])
def test_those_who_run_the_pole_are_led_to_the_week(cast: Cast, client_as: Any, who: str) -> None:
    answer = client_as(who).get(address(cast.pole))
    assert (answer.status_code, answer["Location"]) == (302, reverse("directory:week", args=[cast.pole.slug]))


def test_a_visitor_is_asked_to_enter(cast: Cast, client_as: Any) -> None:
    answer = client_as("").get(address(cast.pole))
    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('account_login')}?next={address(cast.pole)}")


def test_somebody_without_mandate_here_has_no_home_here(cast: Cast, client_as: Any, stranger: Actor) -> None:
    assert client_as("nour").get(address(stranger.mandate.pole)).status_code == 403  # type: ignore[union-attr]


@pytest.mark.parametrize("who", ["nour", "maud"])
def test_when_nothing_waits_the_yellow_button_says_a_need(cast: Cast, client_as: Any, who: str) -> None:
    page = client_as(who).get(address(cast.pole)).content.decode()
    assert page.count("button-next") == 1
    assert reverse("cooperation:say", args=[cast.pole.slug]) in page


def test_those_who_may_say_nothing_are_not_asked_to(cast: Cast, client_as: Any) -> None:
    page = client_as("hind").get(address(cast.pole)).content.decode()
    assert reverse("cooperation:say", args=[cast.pole.slug]) not in page


def test_who_keeps_the_money_is_not_told_that_nothing_waits_above_what_does(cast: Cast, client_as: Any) -> None:
    page = client_as("hind").get(address(cast.pole)).content.decode()
    assert "Les subventions" in page
    assert "Rien ne vous attend" not in page


def test_a_mediator_finds_the_way_back_to_the_home(cast: Cast, client_as: Any) -> None:
    page = client_as("maud").get(reverse("cooperation:items", args=[cast.pole.slug])).content.decode()
    assert f'<a href="{address(cast.pole)}">Bonjour</a>' in page
