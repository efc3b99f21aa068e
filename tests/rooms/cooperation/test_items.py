"""Needs and offers: what may be said, who sees it, taking it back, and their pages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.commons.models import JournalEntry
from phares.rooms.commons.refusals import NotAllowed, Refusal
from phares.rooms.cooperation import actions
from phares.rooms.cooperation.actions.item import AlreadyWithdrawn, PeriodIsOver, Unclear
from phares.rooms.cooperation.models import Item
from phares.rooms.directory import actions as directory
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Person, Pole

As = Callable[[str], Client]
Say = Callable[..., Item]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "   "},
        {"title": "x" * 10_000},
        {"quantity": Decimal(-3)},
        {"quantity": Decimal(0)},
        {"quantity": Decimal(10) ** 9},
        {"kind": "miracle"},
        {"side": "both"},
        {"exchange": "blackmail"},
        {"visibility": "nobody"},
        {"weekly": ["MON 25:00-26:00"]},
        {"weekly": ["MON 09:00-12:00"] * 22},
    ],
)
def test_what_no_form_offers_is_refused_and_leaves_nothing(say: Say, wrong: dict[str, Any]) -> None:
    with pytest.raises(Unclear):
        say("nour", **{"title": "Une remorque", **wrong})
    assert not Item.objects.exists()


def test_a_million_square_metres_is_a_quantity_like_another(say: Say) -> None:
    assert say("nour", "Un hangar", quantity=Decimal(1_000_000), unit="m²").quantity == 1_000_000


def test_a_need_that_is_over_before_it_is_said_is_refused(say: Say, now: datetime) -> None:
    with pytest.raises(PeriodIsOver):
        say("nour", "Une remorque", until_on=now.date() - timedelta(days=2))


def test_the_same_draft_says_it_once(say: Say) -> None:
    first, second = (say("nour", "Une remorque", draft="a" * 32) for _ in range(2))
    assert first == second
    assert JournalEntry.objects.filter(event="ItemSaid").count() == 1


def test_a_draft_of_somebody_else_gives_nothing_back(say: Say) -> None:
    first = say("nour", "Une remorque", draft="a" * 32)
    assert say("sam", "Autre chose", draft="b" * 32) != first


def test_two_clicks_at_the_same_moment_say_it_once(
    several_at_once: Callable[..., list[Any]], cast: Cast, say: Say
) -> None:
    first, second = several_at_once(*[lambda: say("nour", "Une remorque", draft="a" * 32)] * 2)
    assert first == second
    assert Item.objects.count() == 1


def test_two_clicks_at_the_same_moment_make_one_newcomer_known(
    several_at_once: Callable[..., list[Any]], cast: Cast, now: datetime
) -> None:
    said = {"pole": cast.pole, "side": "need", "kind": "skill", "title": "Lire un courrier"}

    def click() -> Item:
        return actions.say_item_of_newcomer(given_name="Fanta", draft="c" * 32, by=cast.actor("maud"), at=now, **said)

    assert len({one.pk for one in several_at_once(click, click)}) == 1
    assert Person.objects.filter(given_name="Fanta").count() == 1


def test_a_mediator_says_for_a_resident_of_the_pole_and_for_nobody_else(
    cast: Cast, say: Say, other_pole: Pole, now: datetime
) -> None:
    assert say("maud", "Lire un courrier", holder=cast.people["samira"]).noted_for_another
    elsewhere = directory.register_person(pole=other_pole, given_name="Ailleurs", by=CONSOLE, at=now)
    with pytest.raises(NotAllowed):
        say("maud", "Lire un courrier", holder=elsewhere)


@pytest.mark.parametrize("key", ["hind", "paul", "sam"])
def test_nobody_says_anything_for_a_structure_that_is_not_theirs(cast: Cast, say: Say, key: str) -> None:
    with pytest.raises(NotAllowed):
        say(key, "Une remorque", holder=cast.structures["etabli"])


def test_a_need_is_taken_back_once(cast: Cast, say: Say, now: datetime) -> None:
    item = say("nour", "Une remorque")
    actions.withdraw_item(item=item, by=cast.actor("idris"), at=now)
    with pytest.raises(AlreadyWithdrawn):
        actions.withdraw_item(item=item, by=cast.actor("nour"), at=now)


def test_somebody_elses_need_is_not_taken_back(cast: Cast, say: Say, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        actions.withdraw_item(item=say("nour", "Une remorque"), by=cast.actor("sam"), at=now)


def test_the_public_reads_what_is_said_to_everybody_and_nothing_else(client_as: As, say: Say) -> None:
    say("nour", "Une remorque pour tous", visibility="public")
    say("nour", "Une remorque entre nous")
    page = client_as("").get("/fanal/besoins/").content.decode()
    assert "Une remorque pour tous" in page
    assert "Une remorque entre nous" not in page


def test_the_public_is_told_no_residents_name_nor_a_hidden_structures(client_as: As, cast: Cast, say: Say) -> None:
    said = say("maud", "Lire un courrier", holder=cast.people["samira"], visibility="public", quote="Je ne sais pas")
    hidden = say("clara", "Une salle claire", visibility="public")
    visitor, member = client_as(""), client_as("nour")
    for item, name in ((said, "Samira"), (hidden, "Parler Ensemble")):
        assert name not in visitor.get(item.get_absolute_url()).content.decode()
        assert name in member.get(item.get_absolute_url()).content.decode()
    assert "Maud" not in visitor.get(said.get_absolute_url()).content.decode()
    assert "Samira" not in visitor.get("/fanal/besoins/").content.decode()


def test_what_is_taken_back_is_seen_by_its_own_and_by_those_who_run_the_pole(
    client_as: As, cast: Cast, say: Say, now: datetime
) -> None:
    item = say("nour", "Une remorque", visibility="public")
    actions.withdraw_item(item=item, by=cast.actor("nour"), at=now)
    seen = {
        key: client_as(key).get(item.get_absolute_url()).status_code for key in ("", "sam", "hind", "idris", "lena")
    }
    assert seen == {"": 404, "sam": 404, "hind": 404, "idris": 200, "lena": 200}


@pytest.mark.parametrize("name", ["item", "withdraw_item", "offer_help", "helpers", "how_found", "answer_proposal"])
def test_another_poles_need_is_not_found(
    client_as: As, cast: Cast, stranger: Actor, other_pole: Pole, now: datetime, name: str
) -> None:
    item = actions.say_item(
        pole=other_pole, holder=stranger.holder, side="need", kind="space", title="Loin", visibility="public",
        by=stranger, at=now,
    )  # fmt: skip
    for key in ("nour", "lena"):
        assert client_as(key).get(reverse(f"cooperation:{name}", args=["fanal", item.pk])).status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "remorques"}, {"Une remorque"}),
        ({"q": "VELO"}, {"Réparer des vélos"}),
        ({"genre": "skill"}, {"Réparer des vélos"}),
        ({"qui": "nous"}, {"Une remorque"}),
        ({"qui": "habitants"}, {"Lire un courrier"}),
        ({"genre": "miracle", "qui": "x", "etat": "?", "page": "999", "vue": "<b>"}, None),
        ({"vue": "offres"}, {"Un four"}),
    ],
)
def test_the_board_narrows_by_words_kind_and_who(
    client_as: As, cast: Cast, say: Say, asked: dict[str, str], found: set[str] | None
) -> None:
    say("nour", "Une remorque", kind="equipment")
    say("sam", "Réparer des vélos", kind="skill")
    say("maud", "Lire un courrier", kind="knowledge", holder=cast.people["samira"])
    say("awa", "Un four", "offer", kind="equipment")
    page = client_as("nour").get("/fanal/besoins/", asked).content.decode()
    titles = {"Une remorque", "Réparer des vélos", "Lire un courrier", "Un four"}
    assert {title for title in titles if title in page} == (titles - {"Un four"} if found is None else found)


def test_the_board_asks_the_database_as_often_for_ten_needs_as_for_one(
    client_as: As, say: Say, django_assert_num_queries: Any
) -> None:
    say("nour", "Une remorque")
    client = client_as("sam")
    client.get("/fanal/besoins/")
    with CaptureQueriesContext(connection) as one:
        client.get("/fanal/besoins/")
    for number in range(9):
        say("awa", f"Une remorque {number}")
    with django_assert_num_queries(len(one)):
        client.get("/fanal/besoins/")


def test_an_empty_board_says_what_would_fill_it_and_how_to_begin(client_as: As) -> None:
    member, visitor = client_as("nour").get("/fanal/besoins/"), client_as("").get("/fanal/besoins/")
    assert "Aucun besoin n’attend" in member.content.decode()
    assert "/fanal/dire/?cote=need" in member.content.decode()
    assert "Aucun besoin n’attend" in visitor.content.decode()


def test_what_people_type_is_shown_as_text(client_as: As, say: Say) -> None:
    item = say("nour", "<script>alert(1)</script>", text="<img src=x onerror=alert(1)>", quote="<b>gras</b>")
    client = client_as("nour")
    for address in (
        "/fanal/besoins/",
        item.get_absolute_url(),
        reverse("cooperation:helpers", args=["fanal", item.pk]),
    ):
        page = client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>gras" not in page


def test_a_need_says_who_noted_it_and_offers_the_act_that_fits_its_reader(client_as: As, cast: Cast, say: Say) -> None:
    item = say("maud", "Lire un courrier", holder=cast.people["samira"], quote="Je ne sais pas lire ça")
    page = client_as("nour").get(item.get_absolute_url()).content.decode()
    assert "noté par Maud R." in page
    assert "Je ne sais pas lire ça" in page
    assert "Nous pouvons aider" in page
    assert "Retirer" not in page
    assert "Retirer" in client_as("maud").get(item.get_absolute_url()).content.decode()


def test_taking_back_asks_first_and_then_does_it(client_as: As, say: Say) -> None:
    item = say("nour", "Une remorque")
    address = reverse("cooperation:withdraw_item", args=["fanal", item.pk])
    client = client_as("nour")
    assert "Retirer ce besoin" in client.get(address).content.decode()
    item.refresh_from_db()
    assert item.withdrawn_at is None
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 409
    item.refresh_from_db()
    assert item.withdrawn_at is not None


def test_a_number_larger_than_any_database_holds_is_not_found(client_as: As) -> None:
    assert client_as("nour").get(f"/fanal/besoins/{10**30}/").status_code == 404
    assert client_as("nour").get("/fanal/besoins/", {"qui": "9" * 30}).status_code == 200


def test_a_refusal_never_shows_as_an_error(say: Say) -> None:
    with pytest.raises(Refusal) as raised:
        say("nour", "x" * 141)
    assert raised.value.field == "title"
