"""Pages of matches: one click, one next thing to do, and what is asked again."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.models import Answer, Item, Match
from phares.rooms.directory.actors import Actor

As = Callable[[str], Client]
Say = Callable[..., Item]
Storage = tuple[Item, Item]


def test_interested_is_one_click_from_the_page_of_helpers(client_as: As, storage: Storage) -> None:
    need, offer = storage
    address = reverse("cooperation:answer_proposal", args=["fanal", need.pk])
    response = client_as("nour").post(address, {"choice": "interested", "avec": offer.pk})
    match = Match.objects.get()
    assert response["Location"] == match.get_absolute_url()
    assert {one["code"] for one in match.reasons} >= {"same_idea", "same_kind"}
    assert [one["code"] for one in match.missing] == ["quantity"]
    assert "n’a pas encore répondu" in client_as("nour").get(match.get_absolute_url()).content.decode()


def test_each_side_is_shown_the_one_next_thing_to_do(
    client_as: As, match: Match, answer: Callable[..., Answer]
) -> None:
    need_side, offer_side = client_as("nour"), client_as("awa")

    def told(client: Client) -> str:
        page = client.get(match.get_absolute_url()).content.decode()
        assert page.count("button-next") <= 1
        return page

    assert "Ça nous intéresse" in told(need_side)
    answer("need")
    assert "n’a pas encore répondu" in told(need_side)
    assert "Ça nous intéresse" in told(offer_side)
    answer("offer")
    begin = reverse("cooperation:begin_cooperation", args=["fanal", match.pk])
    assert begin in told(need_side)
    assert begin in told(offer_side)


def test_the_one_who_answers_after_a_colleague_is_shown_the_colleagues_answer(
    client_as: As, match: Match, answer: Callable[..., Answer]
) -> None:
    answer("need", "not_for_us", by="idris")
    address = reverse("cooperation:answer_match", args=["fanal", match.pk])
    response = client_as("nour").post(address, {"choice": "interested", "side": "need"}, follow=True)
    page = response.content.decode()
    assert "Quelqu’un de chez vous a répondu entre-temps" in page
    assert match.answers.get().choice == "not_for_us"


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"choice": "perhaps"},
        {"choice": "later"},
        {"choice": "later", "back_on": "2001-01-01"},
        {"choice": "later", "back_on": "9999-12-31"},
        {"choice": "not_for_us", "reason": "x" * 241},
        {"choice": "interested", "side": "both"},
        {"choice": "interested", "seen": "-1"},
        {"choice": "interested", "seen": "9" * 40},
    ],
)
def test_an_answer_that_cannot_be_is_asked_again(client_as: As, match: Match, entry: dict[str, str]) -> None:
    address = reverse("cooperation:answer_match", args=["fanal", match.pk])
    assert client_as("nour").post(address, entry).status_code == 422
    assert not match.answers.exists()


@pytest.mark.parametrize("avec", ["", "0", "-1", "x", "9" * 40, "1e3", "²"])
def test_a_proposal_that_names_nothing_known_changes_nothing(client_as: As, storage: Storage, avec: str) -> None:
    address = reverse("cooperation:answer_proposal", args=["fanal", storage[0].pk])
    response = client_as("nour").post(address, {"choice": "interested", "avec": avec})
    assert response.status_code == (302 if avec == "" else 404)
    assert not Match.objects.exists()


def test_a_need_is_not_answered_with_another_need(client_as: As, say: Say, storage: Storage) -> None:
    other = say("awa", "Autre besoin")
    address = reverse("cooperation:answer_proposal", args=["fanal", storage[0].pk])
    assert client_as("nour").post(address, {"choice": "interested", "avec": other.pk}).status_code == 404


def test_a_structure_says_that_it_can_help_with_a_word_for_the_other_side(client_as: As, storage: Storage) -> None:
    need, _offer = storage
    address = reverse("cooperation:offer_help", args=["fanal", need.pk])
    client = client_as("sam")
    assert "Stocker 80" in client.get(address).content.decode()
    for _ in range(2):
        response = client.post(address, {"word": "Le jeudi, un coin de l’atelier"})
    match = Match.objects.get()
    assert response["Location"] == match.get_absolute_url()
    assert "Le jeudi, un coin" in client_as("nour").get(match.get_absolute_url()).content.decode()
    assert "Le jeudi, un coin" not in client_as("lena").get(match.get_absolute_url()).content.decode()


def test_those_who_animate_the_pole_put_two_before_each_other(client_as: As, storage: Storage) -> None:
    need, offer = storage
    address = reverse("cooperation:propose_match", args=["fanal", need.pk])
    assert client_as("lena").post(address, {"avec": offer.pk}).status_code == 302
    assert not Match.objects.proposed().get().answers.exists()
    assert client_as("sam").post(address, {"avec": offer.pk}).status_code == 403
    assert client_as("").post(address, {"avec": offer.pk})["Location"].startswith("/compte/")
    assert client_as("lena").get(address).status_code == 405


def test_another_poles_match_is_not_found(client_as: As, stranger: Actor, match: Match) -> None:
    for name in ("match", "answer_match"):
        assert client_as("lena").get(reverse(f"cooperation:{name}", args=["ailleurs", match.pk])).status_code in {
            403,
            404,
        }
    client = Client()
    client.force_login(stranger.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(reverse("cooperation:match", args=["ailleurs", match.pk])).status_code == 404


def test_the_list_of_matches_is_of_ones_own_and_of_all_for_those_who_run_the_pole_or_note_answers_by_phone(
    client_as: As, match: Match
) -> None:
    shown = {key: client_as(key).get("/fanal/rapprochements/") for key in ("nour", "awa", "lena", "sam", "maud")}
    named = {key for key, page in shown.items() if "Stocker 80" in page.content.decode()}
    assert named == {"nour", "awa", "lena", "maud"}
    assert "Aucun rapprochement" in shown["sam"].content.decode()
    assert client_as("hind").get("/fanal/rapprochements/").status_code == 403


def test_the_list_asks_the_database_as_often_for_ten_matches_as_for_one(
    client_as: As, cast: Cast, say: Say, match: Match, now: datetime, django_assert_num_queries: Any
) -> None:
    client = client_as("lena")
    client.get("/fanal/rapprochements/")
    with CaptureQueriesContext(connection) as one:
        client.get("/fanal/rapprochements/")
    for number in range(9):
        offer = say("sam", f"Une réserve {number}", "offer")
        actions.propose_match(need=match.need, offer=offer, helper=offer.holder, by=cast.actor("lena"), at=now)
    with django_assert_num_queries(len(one)):
        client.get("/fanal/rapprochements/")
