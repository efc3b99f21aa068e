"""The register and a cooperation's page: who sees what, found how, in how many questions to the database."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phares.demo.cast import Cast
from phares.rooms.cooperation import actions, permissions
from phares.rooms.cooperation.models import Cooperation
from phares.rooms.cooperation.queries.cooperations import cooperations_found, register_lines
from phares.rooms.directory.actors import VISITOR
from rooms.cooperation.agreed import TODAY, begun, promises, running

As = Callable[[str], Client]


def _register(client: Client, **asked: str) -> str:
    response = client.get(reverse("cooperation:register", args=["fanal"]), asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def three(cast: Cast) -> dict[str, Cooperation]:
    """One for each openness, between L'Établi and Roue Libre."""
    return {
        openness: running(cast, openness=openness, title=f"Ensemble {openness}")
        for openness in ("parties", "pole", "public")
    }


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("", {"public"}),
        ("awa", {"pole", "public"}),
        ("maud", {"pole", "public"}),
        ("nour", {"parties", "pole", "public"}),
        ("lena", {"parties", "pole", "public"}),
        ("hind", {"parties", "pole", "public"}),
    ],
)
def test_the_parties_decide_who_finds_their_cooperation(
    three: dict[str, Cooperation], client_as: As, who: str, seen: set[str]
) -> None:
    page = _register(client_as(who))
    assert {openness for openness in three if f"Ensemble {openness}" in page} == seen
    for openness, cooperation in three.items():
        expected = 200 if openness in seen else 404
        assert client_as(who).get(cooperation.get_absolute_url()).status_code == expected


def test_a_text_that_is_not_signed_yet_is_seen_by_those_it_concerns(cast: Cast, client_as: As) -> None:
    cooperation = begun(cast, openness="public")
    statuses = {
        who: client_as(who).get(cooperation.get_absolute_url()).status_code
        for who in ("", "awa", "nour", "sam", "lena")
    }
    assert statuses == {"": 404, "awa": 404, "nour": 200, "sam": 200, "lena": 200}


def test_a_mediator_sees_what_residents_take_part_in(cast: Cast, client_as: As) -> None:
    cooperation = begun(cast, "etabli", "samira", openness="parties")
    assert client_as("maud").get(cooperation.get_absolute_url()).status_code == 200
    assert client_as("awa").get(cooperation.get_absolute_url()).status_code == 404


def test_the_public_is_told_the_name_of_no_resident_and_of_no_structure_that_hides_its_card(
    cast: Cast, client_as: As
) -> None:
    cooperation = running(cast, "etabli", "samira", "langues", openness="public")
    for page in (_register(client_as("")), client_as("").get(cooperation.get_absolute_url()).content.decode()):
        assert "Samira" not in page
        assert "Parler Ensemble" not in page
        assert "une personne qui habite ici" in page
        assert "une structure du pôle" in page
    assert "Samira Z." in _register(client_as("nour"))
    assert "Aucune coopération ne répond" in _register(client_as(""), q="parler ensemble")
    assert "Aucune coopération ne répond" in _register(client_as(""), q="samira")
    assert "Aucune coopération ne répond" in _register(client_as(""), structure="parler-ensemble")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "REMORQUES"}, {"Une remorque d’été"}),
        ({"q": "ete"}, {"Une remorque d’été"}),
        ({"q": "jardin"}, {"Une remorque d’été"}),
        ({"q": "velo"}, {"Une remorque d’été", "Un mardi"}),
        ({"q": "zèbre"}, set()),
        ({"forme": "barter"}, {"Une remorque d’été"}),
        ({"etat": "to_sign"}, {"Un mardi"}),
        ({"etat": "running"}, {"Une remorque d’été"}),
        ({"structure": "jardins-daval"}, {"Une remorque d’été"}),
        ({"structure": "letabli", "etat": "running"}, {"Une remorque d’été"}),
        ({"etat": "' OR 1=1 --"}, set()),
        ({"page": "999"}, {"Une remorque d’été", "Un mardi"}),
    ],
)
def test_the_register_is_found_by_words_state_form_and_structure(
    cast: Cast, client_as: As, asked: dict[str, str], found: set[str]
) -> None:
    running(cast, "etabli", "aval", title="Une remorque d’été", form="barter")
    begun(cast, title="Un mardi")
    page = _register(client_as("lena"), **asked)
    assert {title for title in ("Une remorque d’été", "Un mardi") if title in page} == found


def test_promises_kept_are_counted_for_those_who_see_promises_and_hidden_from_the_others(
    cast: Cast, client_as: As, now: datetime
) -> None:
    cooperation = running(cast, openness="public")
    first = promises(cooperation)[0]
    actions.keep_commitment(commitment=first, done_on=TODAY, by=cast.actor("nour"), at=now)
    actions.acknowledge_commitment(commitment=first, by=cast.actor("sam"), at=now)
    actions.note_fact(cooperation=cooperation, on=TODAY, what="Un", by=cast.actor("nour"), at=now)
    actions.note_fact(cooperation=cooperation, on=TODAY, what="Deux", by=cast.actor("sam"), at=now)
    for who in ("nour", "sam", "lena"):
        assert re.search(r"1 sur 2</td>", _register(client_as(who)))
    for who in ("awa", "maud", ""):
        page = _register(client_as(who))
        assert "sur 2" not in page
        assert "Promesses tenues" not in page


def test_one_reader_never_learns_the_promises_of_others_beside_their_own(cast: Cast) -> None:
    running(cast)
    running(cast, "aval", "langues", by="awa")
    lines = register_lines(cast.actor("awa"), cast.pole, cooperations_found(cast.actor("awa"), cast.pole))
    assert sorted((line.promised is None) for line in lines) == [False, True]


def test_the_register_says_how_many_it_counts_without_naming(cast: Cast, client_as: As) -> None:
    running(cast, "etabli", "aval", title="Entre nous", openness="pole")
    running(cast, "etabli", "aval", title="Au grand jour", openness="public")
    told = "1 autre est comptée sans être nommée"
    assert told in _register(client_as(""))
    assert told not in _register(client_as("nour"))
    assert told not in _register(client_as(""), q="jour")


def test_the_register_asks_the_database_as_often_for_thirty_as_for_three(
    cast: Cast, client_as: As, django_assert_num_queries: Any
) -> None:
    client = client_as("nour")
    for number in range(3):
        running(cast, title=f"Numéro {number}")
    _register(client)
    with django_assert_num_queries(11) as asked:
        _register(client)
    for number in range(30):
        running(cast, "etabli", "aval", title=f"Encore {number}")
    with django_assert_num_queries(len(asked)):
        page = _register(client)
    assert page.count('<th scope="row">') == 30
    assert "Page suivante" in page
    assert 'aria-label="Pages des coopérations"' in page


def test_the_register_of_another_pole_shows_nothing_of_this_one(cast: Cast, stranger: Any) -> None:
    cooperation = running(cast, openness="public")
    client = Client()
    client.force_login(stranger.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(reverse("cooperation:register", args=["ailleurs"])).content.decode()
    assert cooperation.title not in page
    assert client.get(reverse("cooperation:cooperation", args=["ailleurs", cooperation.pk])).status_code == 404
    assert cooperation.title in client.get(reverse("cooperation:register", args=["fanal"])).content.decode()


def test_an_empty_register_says_what_would_fill_it(cast: Cast, client_as: As) -> None:
    assert reverse("cooperation:begin_unmatched", args=["fanal"]) in _register(client_as("nour"))
    assert reverse("cooperation:begin_unmatched", args=["fanal"]) not in _register(client_as(""))
    assert "une fois signées" in _register(client_as(""))


def test_a_page_asked_by_htmx_is_the_list_alone(cast: Cast, client_as: As) -> None:
    running(cast)
    response = client_as("nour").get(reverse("cooperation:register", args=["fanal"]), headers={"hx-request": "true"})
    assert "<html" not in response.content.decode()
    assert "Un mardi de réparation" in response.content.decode()


def test_what_is_visible_is_a_superset_of_what_shows_promises(cast: Cast, three: dict[str, Cooperation]) -> None:
    begun(cast, "etabli", "samira")
    for who in ("nour", "sam", "awa", "lena", "maud", "hind", "idris"):
        actor = cast.actor(who)
        visible = set(permissions.visible_cooperations(actor, cast.pole).values_list("pk", flat=True))
        shown = set(permissions.with_promises_seen(actor, cast.pole.pk).values_list("pk", flat=True))
        assert shown <= visible
    assert not permissions.with_promises_seen(VISITOR, cast.pole.pk).exists()
