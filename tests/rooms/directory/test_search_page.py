"""The one search page: every room's things, a typing error forgiven, nothing that the reader may not read."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.search import nearest
from phares.rooms.cooperation import actions as cooperation
from phares.rooms.directory import actions

As = Callable[[str], Client]
SEARCH, LIST = "/fanal/chercher/", "/fanal/structures/"
SEARCH_QUERIES, STRUCTURE_QUERIES = 19, 21
words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12)


def _page(client: Client, asked: str, address: str = SEARCH) -> str:
    return client.get(address, {"q": asked}).content.decode()


@given(words, st.data())
def test_one_letter_gone_wrong_is_forgiven(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    before, after = word[:place], word[place + 1 :]
    wrong = data.draw(st.sampled_from([before + letter + after, before + after, before + letter + word[place:]]))
    assert nearest(wrong, [word]) == (word if len(wrong) >= 4 else None)


@pytest.mark.parametrize(("asked", "found"), [("zeppelin", None), ("vel", None), ("mecanicein", "mecanicien")])
def test_what_is_far_from_every_word_is_taken_for_none(asked: str, found: str | None) -> None:
    assert nearest(asked, ["velo", "mecanicien", "atelier"]) == found


@pytest.mark.parametrize("asked", ["veol", "mécanicein", "formre vélos", "cicles"])
@pytest.mark.parametrize("address", [SEARCH, LIST])
def test_a_typing_error_still_finds(cast: Cast, asked: str, address: str) -> None:
    page = _page(Client(), asked, address)
    assert "Roue Libre" in page
    assert "Jardins d’Aval" not in page


def test_an_answer_to_other_words_than_those_asked_says_so(cast: Cast) -> None:
    said = "voici ce qui s’en approche"
    assert said in _page(Client(), "veol")
    assert said not in _page(Client(), "vélo")


def test_words_with_signs_of_addresses_lead_to_the_same_question(cast: Cast, now: datetime) -> None:
    told = {"pole": cast.pole, "kind": "space", "by": cast.actor("nour"), "at": now, "side": "need"}
    for number in range(9):
        title = f"Un coin R&D numéro {number}"
        cooperation.say_item(title=title, visibility="public", holder=cast.structures["etabli"], **told)
    assert "?vue=besoins&amp;q=coin%20R%26D" in _page(Client(), "coin R&D")


def test_needs_offers_and_cooperations_stand_beside_structures(cast: Cast, client_as: As, now: datetime) -> None:
    told = {
        "pole": cast.pole,
        "kind": "space",
        "by": cast.actor("nour"),
        "at": now,
        "holder": cast.structures["etabli"],
    }
    cooperation.say_item(side="need", title="Une remorque pour les vélos", visibility="public", **told)
    cooperation.say_item(side="offer", title="Un abri à vélos", **told)
    inside, outside = _page(client_as("sam"), "vélo"), _page(Client(), "vélo")
    for title in ("Roue Libre", "Une remorque pour les vélos"):
        assert title in inside
        assert title in outside
    assert "Un abri à vélos" in inside
    assert "Un abri à vélos" not in outside
    assert "Une remorque pour les vélos" in _page(Client(), "remroque")


def test_a_visitor_s_typing_error_never_leads_to_a_hidden_word(cast: Cast, client_as: As) -> None:
    assert "Parler Ensemble" in _page(client_as("sam"), "francias")
    for asked in ("francias", "français", "parler"):
        assert "Parler Ensemble" not in _page(Client(), asked)


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", "%", "\x00", "é" * 300, "' OR 1=1 --"])
def test_no_question_breaks_the_page(cast: Cast, asked: str) -> None:
    answer = Client().get(SEARCH, {"q": asked})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_an_actor_around_the_pole_is_found_here_and_stands_apart_from_the_list(cast: Cast, now: datetime) -> None:
    actions.add_outside_actor(
        pole=cast.pole, name="La Halle", outside_kind="territory", axes="fêtes foraines", by=CONSOLE, at=now
    )
    assert "La Halle" in _page(Client(), "foraine")
    assert "La Halle" in Client().get("/fanal/autour/").content.decode()
    assert "La Halle" not in _page(Client(), "", LIST)


def test_the_number_of_questions_to_the_database_does_not_grow(
    cast: Cast, now: datetime, django_assert_num_queries: Any, client: Client
) -> None:
    with django_assert_num_queries(SEARCH_QUERIES):
        client.get(SEARCH, {"q": "atelier"})
    for part in the_cast.STRUCTURES:
        if part.key not in cast.structures:
            the_cast.settle_structure(cast.pole, part, now, now.date())
    with django_assert_num_queries(SEARCH_QUERIES):
        assert "Ateliers du Quai" in _page(client, "atelier")


def test_the_page_of_a_structure_asks_the_database_as_often_however_much_it_says(
    cast: Cast, now: datetime, django_assert_num_queries: Any, client: Client
) -> None:
    address = cast.structures["etabli"].get_absolute_url()
    with django_assert_num_queries(STRUCTURE_QUERIES):
        client.get(address)
    lines = [actions.CapacityEntry("skill", f"métier {number}") for number in range(9)]
    actions.say_capacities(structure=cast.structures["etabli"], capacities=lines, by=CONSOLE, at=now)
    for day in (date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)):
        actions.count_size(structure=cast.structures["etabli"], on=day, people=3, by=CONSOLE, at=now)
    with django_assert_num_queries(STRUCTURE_QUERIES):
        assert "métier 8" in client.get(address).content.decode()
