"""Pages of structures, read as people read them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import ActivityField, Goal, Membership, Pole, Structure

As = Callable[[str], Client]
LIST = "/fanal/structures/"
HTMX = {"HX-Request": "true"}


def _page(client: Client, address: str, **asked: str) -> str:
    return client.get(address, asked).content.decode()


@pytest.mark.parametrize("asked", ["velo", "VÉLOS", "mécanicien", "mecaniciens", "cycle"])
def test_search_forgives_accents_capitals_and_plurals(cast: Cast, asked: str) -> None:
    page = _page(Client(), LIST, q=asked)
    assert "Roue Libre" in page
    assert "Jardins d’Aval" not in page


def test_a_search_that_finds_nothing_says_so_and_shows_the_way_out(cast: Cast) -> None:
    page = _page(Client(), LIST, q="zeppelin")
    assert "Aucune structure ne répond" in page
    assert f'href="{LIST}"' in page


@pytest.mark.parametrize("asked", ["<script>alert(1)</script>", "' OR 1=1 --", "%", "\x00", "é" * 300])
def test_what_is_asked_is_shown_as_text_and_breaks_nothing(cast: Cast, asked: str) -> None:
    answer = Client().get(LIST, {"q": asked, "domaine": asked, "participation": asked, "page": asked, "vue": asked})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_the_live_search_gets_only_the_part_that_changes(cast: Cast) -> None:
    answer = Client().get(LIST, {"q": "velo"}, headers=HTMX)
    part = answer.content.decode()
    assert "Roue Libre" in part
    assert "<html" not in part
    assert 'id="found-said" hx-swap-oob' in part
    assert "HX-Request" in answer["Vary"]


def test_the_page_is_whole_when_the_browser_comes_back_to_it(cast: Cast) -> None:
    answer = Client().get(LIST, {"q": "velo"}, headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<html" in answer.content.decode()


def test_one_address_shows_a_list_or_cards_and_each_keeps_the_question(cast: Cast) -> None:
    page = _page(Client(), LIST, q="velo", vue="cartes")
    assert 'class="card"' in page
    assert 'href="?q=velo"' in page
    assert 'href="?q=velo&amp;vue=cartes"' in page
    assert 'class="card"' not in _page(Client(), LIST, q="velo")


def test_a_facet_narrows_keeps_the_question_and_is_taken_off_again(cast: Cast) -> None:
    page = _page(Client(), LIST, q="atelier")
    assert 'href="?q=atelier&amp;participation=hosted"' in page
    narrowed = _page(Client(), LIST, domaine="formation")
    assert "Roue Libre" in narrowed
    assert "L’Établi" not in narrowed
    assert 'href="?" aria-current="true"' in narrowed


@pytest.mark.parametrize("view", ["", "cartes"])
def test_the_list_asks_the_database_as_often_for_fifteen_structures_as_for_four(
    cast: Cast, now: datetime, django_assert_num_queries: Any, client: Client, view: str
) -> None:
    with django_assert_num_queries(16):
        client.get(LIST, {"vue": view})
    for part in the_cast.STRUCTURES:
        if part.key not in cast.structures:
            the_cast.settle_structure(cast.pole, part, now, now.date())
    with django_assert_num_queries(16):
        assert "23 structures" in _page(client, LIST, vue=view)


def test_the_thirty_first_structure_is_on_the_second_page(cast: Cast, now: datetime) -> None:
    for number in range(30):
        one = actions.add_structure(pole=cast.pole, name=f"Zinc {number:02}", by=CONSOLE, at=now)
        actions.describe_structure(structure=one, name=one.name, visibility="public", by=CONSOLE, at=now)
    first, second = _page(Client(), LIST), _page(Client(), LIST, page="2")
    assert ("Zinc 26" in first, "Zinc 27" in first, "Zinc 29" in second) == (True, False, True)


def test_a_structure_without_an_established_name_is_listed_without_being_named(cast: Cast, now: datetime) -> None:
    one = actions.add_structure(
        pole=cast.pole, name="Rumeur", name_is_established=False, source="Une fiche", by=CONSOLE, at=now
    )
    actions.describe_structure(structure=one, name="Rumeur", visibility="public", by=CONSOLE, at=now)
    for address in (LIST, f"{LIST}?vue=cartes", one.get_absolute_url()):
        page = _page(Client(), address)
        assert "nom non établi" in page
        assert "Rumeur" not in page


def test_a_structure_shown_to_the_pole_only_is_not_found_by_a_visitor(cast: Cast, client_as: As) -> None:
    address = cast.structures["langues"].get_absolute_url()
    assert Client().get(address).status_code == 404
    assert "Parler Ensemble" not in _page(Client(), LIST)
    assert client_as("nour").get(address).status_code == 200
    assert "Parler Ensemble" in _page(client_as("nour"), LIST)


@pytest.mark.parametrize("rest", ["", "decrire/", "participation/"])
def test_the_address_of_another_pole_s_structure_is_not_found(
    cast: Cast, client_as: As, stranger: Actor, rest: str
) -> None:
    theirs = Structure.objects.get(pole=stranger.mandate.pole)
    assert client_as("lena").get(f"{LIST}{theirs.slug}/{rest}").status_code == 404
    assert client_as("lena").get(f"/ailleurs/structures/{cast.structures['etabli'].slug}/").status_code == 404


def test_who_acts_for_a_structure_is_told_to_the_pole_and_not_to_the_public(cast: Cast, client_as: As) -> None:
    address = cast.structures["etabli"].get_absolute_url()
    assert "Nour B." not in _page(Client(), address)
    assert "Nour B." in _page(client_as("awa"), address)


def test_what_is_missing_is_told_to_those_who_may_say_it(cast: Cast, client_as: As) -> None:
    address = cast.structures["etabli"].get_absolute_url()
    missing = f'href="{address}decrire/#id_presentation"'
    told = {who: missing in _page(client_as(who), address) for who in ("nour", "lena", "idris", "awa", "maud")}
    assert told == {"nour": True, "lena": True, "idris": False, "awa": False, "maud": False}
    assert "Il manque" not in _page(Client(), address)


def test_every_period_of_a_structure_is_dated_on_its_page(cast: Cast, now: datetime) -> None:
    structure = cast.structures["etabli"]
    stay = structure.memberships.get()
    last = stay.from_on + timedelta(days=9)
    actions.end_membership(membership=stay, until_on=last, by=CONSOLE, at=now)
    actions.admit_structure(
        structure=structure,
        kind="partner",
        from_on=last + timedelta(days=1),
        bounds="attested",
        source="Une fiche",
        source_url="https://source.example/fiche",
        by=CONSOLE,
        at=now,
    )
    page = _page(Client(), structure.get_absolute_url())
    assert "du 6 au 15" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "avant et après\u202f: non établi" in page
    assert 'href="https://source.example/fiche"' in page


def test_a_representative_hides_the_structure_and_the_public_no_longer_finds_it(cast: Cast, client_as: As) -> None:
    structure = cast.structures["etabli"]
    address = structure.get_absolute_url()
    entry = {"name": structure.name, "legal_form": "association", "visibility": "pole", "fields": ["formation"]}
    assert client_as("nour").post(address + "decrire/", entry)["Location"] == address
    assert Client().get(address).status_code == 404
    assert list(structure.fields.values_list("code", flat=True)) == ["formation"]


def test_an_entry_that_is_too_long_is_said_and_what_was_typed_stays(cast: Cast, client_as: As) -> None:
    structure = cast.structures["etabli"]
    entry = {"name": structure.name, "mission": "m" * 241, "location": "grenier", "legal_form": "other"}
    answer = client_as("nour").post(structure.get_absolute_url() + "decrire/", {**entry, "visibility": "pole"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_mission"' in page
    assert 'value="grenier"' in page
    assert Structure.objects.get(pk=structure.pk).mission == structure.mission


def test_a_period_that_overlaps_is_refused_in_words_and_what_was_typed_stays(cast: Cast, client_as: As) -> None:
    address = cast.structures["etabli"].get_absolute_url() + "participation/"
    answer = client_as("lena").post(address, {"kind": "partner", "from_on": "2026-05-01"})
    assert answer.status_code == 409
    assert "participe déjà" in answer.content.decode()
    assert 'value="2026-05-01"' in answer.content.decode()
    assert Membership.objects.filter(structure=cast.structures["etabli"]).count() == 1


def test_a_membership_ends_on_its_page_and_not_before_it_began(cast: Cast, client_as: As) -> None:
    stay = cast.structures["etabli"].memberships.get()
    address, lena = f"/fanal/participations/{stay.pk}/fin/", client_as("lena")
    refused = lena.post(address, {"until_on": stay.from_on - timedelta(days=1)})
    assert (refused.status_code, "avant la date de début" in refused.content.decode()) == (409, True)
    assert lena.post(address, {"until_on": "2026-06-30"}).status_code == 302
    stay.refresh_from_db()
    assert str(stay.until_on) == "2026-06-30"


def test_a_name_that_is_taken_is_said_and_no_second_structure_is_entered(cast: Cast, client_as: As) -> None:
    answer = client_as("lena").post(f"{LIST}ajouter/", {"name": "l'etabli"})
    assert answer.status_code == 409
    assert "porte déjà ce nom" in answer.content.decode()
    assert Structure.objects.count() == len(cast.structures)


def test_words_of_a_structure_are_shown_as_text_and_never_run(cast: Cast, now: datetime) -> None:
    structure = cast.structures["etabli"]
    actions.describe_structure(
        structure=structure,
        name="<script>alert(1)</script>",
        presentation="<img src=x onerror=alert(1)>",
        visibility="public",
        by=CONSOLE,
        at=now,
    )
    for address in (structure.get_absolute_url(), LIST, f"{LIST}?vue=cartes", "/fanal/qui-etait-la/"):
        page = _page(Client(), address)
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_an_empty_directory_shows_those_who_keep_it_how_to_begin(other_pole: Pole, now: datetime) -> None:
    person = actions.register_person(
        pole=other_pole, given_name="Zoé", email="zoe@ailleurs.example", by=CONSOLE, at=now
    )
    actions.give_mandate(person=person, pole=other_pole, role="coordinator", from_on=now.date(), by=CONSOLE, at=now)
    keeper = Client()
    keeper.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    begin = 'href="/ailleurs/structures/ajouter/"'
    assert _page(keeper, "/ailleurs/structures/").count(begin) == 2
    assert begin not in _page(Client(), "/ailleurs/structures/")


def test_every_field_and_every_goal_can_be_chosen_by_its_name(cast: Cast, client_as: As) -> None:
    one = cast.structures["etabli"]
    chosen = {
        "fields": ActivityField.objects.values_list("code", flat=True),
        "goals": list(Goal.objects.values_list("code", flat=True)),
    }
    entry = {"name": one.name, "legal_form": "association", "visibility": "public", **chosen}
    answer = client_as("nour").post(one.get_absolute_url() + "decrire/", entry)
    assert answer.status_code == 302
    assert (one.fields.count(), one.goals.count()) == (ActivityField.objects.count(), Goal.objects.count())
    for odd in ("\0", "9" * 40):
        answer = client_as("nour").post(one.get_absolute_url() + "decrire/", {**entry, "fields": [odd]})
        assert answer.status_code == 422
