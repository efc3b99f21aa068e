"""Pages of the directory, read as people read them."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from phares.demo import cast as the_cast
from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.models import Mandate, Membership, Person, Pole, Structure

As = Callable[[str], Client]


@pytest.mark.parametrize("asked", ["velo", "VÉLOS", "mécanicien", "mecaniciens", "cycle"])
def test_search_forgives_accents_capitals_and_plurals(cast: Cast, asked: str) -> None:
    page = Client().get("/fanal/structures/", {"q": asked}).content.decode()
    assert "Roue Libre" in page
    assert "Jardins d’Aval" not in page


def test_a_search_that_finds_nothing_says_so_and_shows_the_way_out(cast: Cast) -> None:
    page = Client().get("/fanal/structures/", {"q": "zeppelin"}).content.decode()
    assert "Aucune structure ne répond" in page
    assert 'href="/fanal/structures/"' in page


def test_the_live_search_gets_only_the_part_that_changes(cast: Cast) -> None:
    part = Client().get("/fanal/structures/", {"q": "velo"}, headers={"HX-Request": "true"}).content.decode()
    assert "Roue Libre" in part
    assert "<html" not in part


def test_the_list_asks_the_database_as_often_for_fifteen_structures_as_for_four(
    cast: Cast, now: datetime, django_assert_num_queries: Any, client: Client
) -> None:
    client.get("/fanal/structures/")
    with django_assert_num_queries(8):
        client.get("/fanal/structures/")
    for part in the_cast.STRUCTURES:
        if part.key not in cast.structures:
            the_cast.settle_structure(cast.pole, part, now, now.date())
    with django_assert_num_queries(8):
        client.get("/fanal/structures/")


def test_a_structure_shown_to_the_pole_only_is_not_found_by_a_visitor(cast: Cast, client_as: As) -> None:
    address = cast.structures["langues"].get_absolute_url()
    assert Client().get(address).status_code == 404
    assert client_as("nour").get(address).status_code == 200


def test_who_acts_for_a_structure_is_told_to_the_pole_and_not_to_the_public(cast: Cast, client_as: As) -> None:
    address = cast.structures["etabli"].get_absolute_url()
    assert "Nour B." not in Client().get(address).content.decode()
    assert "Nour B." in client_as("awa").get(address).content.decode()


def test_a_coordinator_enters_a_structure_admits_it_and_gives_a_mandate(cast: Cast, client_as: As) -> None:
    lena = client_as("lena")
    answer = lena.post("/fanal/structures/ajouter/", {"name": "Le Four d’en Face"})
    assert answer["Location"] == "/fanal/structures/le-four-den-face/participation/"
    lena.post(answer["Location"], {"kind": "hosted", "from_on": "2026-01-05"})
    structure = Structure.objects.get(slug="le-four-den-face")
    entry = {
        "given_name": "Zoé",
        "email": "zoe@four.example",
        "role": "representative",
        "acts_for": f"structure-{structure.pk}",
        "from_on": "2026-01-05",
    }
    assert lena.post("/fanal/personnes/ajouter/", entry)["Location"] == "/fanal/personnes/"
    mandate = Mandate.objects.get(person__email="zoe@four.example")
    assert (mandate.structure, mandate.role) == (structure, "representative")
    assert structure.memberships.get().kind == "hosted"


def test_a_role_that_acts_for_a_structure_must_name_one_and_nobody_is_half_registered(
    cast: Cast, client_as: As
) -> None:
    entry = {"given_name": "Zoé", "role": "representative", "acts_for": "", "from_on": "2026-01-05"}
    answer = client_as("lena").post("/fanal/personnes/ajouter/", entry)
    assert answer.status_code == 422
    assert "dites laquelle" in answer.content.decode()
    assert not Person.objects.filter(given_name="Zoé").exists()


def test_a_mail_already_known_is_said_beside_the_entry_and_nobody_is_half_registered(cast: Cast, client_as: As) -> None:
    entry = {"given_name": "Zoé", "email": "NOUR@etabli.example", "role": "mediator", "from_on": "2026-01-05"}
    answer = client_as("lena").post("/fanal/personnes/ajouter/", entry)
    assert answer.status_code == 409
    assert "déjà connue" in answer.content.decode()
    assert not Person.objects.filter(given_name="Zoé").exists()


def test_a_period_that_overlaps_is_refused_in_words_and_what_was_typed_stays(cast: Cast, client_as: As) -> None:
    address = cast.structures["etabli"].get_absolute_url() + "participation/"
    answer = client_as("lena").post(address, {"kind": "partner", "from_on": "2026-05-01"})
    assert answer.status_code == 409
    assert "participe déjà" in answer.content.decode()
    assert 'value="2026-05-01"' in answer.content.decode()
    assert Membership.objects.filter(structure=cast.structures["etabli"]).count() == 1


def test_a_representative_hides_the_structure_and_the_public_no_longer_finds_it(cast: Cast, client_as: As) -> None:
    structure = cast.structures["etabli"]
    address = structure.get_absolute_url()
    entry = {"name": structure.name, "legal_form": "association", "visibility": "pole", "fields": ["formation"]}
    assert client_as("nour").post(address + "decrire/", entry)["Location"] == address
    assert Client().get(address).status_code == 404
    assert list(structure.fields.values_list("code", flat=True)) == ["formation"]


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
    for address in (structure.get_absolute_url(), "/fanal/structures/", "/fanal/qui-etait-la/"):
        page = Client().get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_one_pole_alone_needs_no_name_in_the_address(cast: Cast) -> None:
    assert Client().get("/structures/?q=velo")["Location"] == "/fanal/structures/?q=velo"
    assert Client().get("/structures/letabli/")["Location"] == "/fanal/structures/letabli/"
    assert Client().get("/rien/du/tout/").status_code == 404


def test_two_poles_ask_which(cast: Cast, other_pole: Pole) -> None:
    assert Client().get("/structures/").status_code == 404
    page = Client().get("/").content.decode()
    assert "Le Fanal" in page
    assert "Ailleurs" in page


def test_a_person_with_two_mandates_chooses_for_whom_to_act(cast: Cast, client_as: As, now: datetime) -> None:
    nour = client_as("nour")
    second = actions.give_mandate(
        person=cast.people["nour"],
        pole=cast.pole,
        role="representative",
        structure=cast.structures["aval"],
        from_on=now.date(),
        by=CONSOLE,
        at=now,
    )
    nour.post("/fanal/agir-pour/", {"mandate": second.pk})
    assert nour.get("/fanal/structures/").context["actor"].structure_id == cast.structures["aval"].pk
    nour.post("/fanal/agir-pour/", {"mandate": cast.mandates["lena"].pk})
    assert nour.get("/fanal/structures/").context["actor"].structure_id == cast.structures["aval"].pk


def test_a_mandate_that_has_ended_opens_nothing(cast: Cast, client_as: As, now: datetime) -> None:
    nour = client_as("nour")
    mandate = cast.mandates["nour"]
    mandate.from_on, mandate.until_on = mandate.from_on, now.date().replace(year=now.year - 1)
    mandate.save()
    assert nour.get("/fanal/bonjour/").status_code == 403
    assert nour.get(cast.structures["langues"].get_absolute_url()).status_code == 404
