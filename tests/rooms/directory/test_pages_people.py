"""Pages of people and mandates, read as a coordinator reads them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.models import Mandate, Person, ResidentsGroup, Structure

As = Callable[[str], Client]
PEOPLE, REGISTER = "/fanal/personnes/", "/fanal/personnes/ajouter/"


def _entry(cast: Cast, **entry: Any) -> dict[str, Any]:
    """Return what is typed to make Zoé a representative of L'Établi."""
    acts_for = f"structure-{cast.structures['etabli'].pk}"
    return {
        "given_name": "Zoé",
        "role": "representative",
        "acts_for": acts_for,
        "from_on": "2026-01-05",
        **entry,
    }


def test_a_person_and_the_mandate_are_entered_in_one_screen(cast: Cast, client_as: As) -> None:
    lena = client_as("lena")
    answer = lena.post(REGISTER, _entry(cast, email="zoe@four.example"))
    assert answer["Location"] == PEOPLE
    mandate = Mandate.objects.get(person__email="zoe@four.example")
    assert (mandate.structure, mandate.role) == (cast.structures["etabli"], "representative")
    assert "zoe@four.example\u202f: un code" in lena.get(PEOPLE).content.decode()


def test_a_person_without_mail_is_entered_and_said_to_be_so(cast: Cast, client_as: As) -> None:
    lena = client_as("lena")
    lena.post(REGISTER, _entry(cast, role="resident", acts_for=""))
    assert Person.objects.get(given_name="Zoé").email is None
    assert "personne sans adresse électronique" in lena.get(PEOPLE).content.decode()


@pytest.mark.parametrize(
    ("role", "acts_for", "said"),
    [
        ("representative", "", "dites laquelle"),
        ("member", "group", "dites laquelle"),
        ("spokesperson", "structure", "dites lequel"),
        ("coordinator", "structure", "pour le pôle lui-même"),
    ],
)
def test_a_role_and_those_it_is_for_go_together_or_nobody_is_half_registered(
    cast: Cast, client_as: As, role: str, acts_for: str, said: str
) -> None:
    keys = {"structure": f"structure-{cast.structures['aval'].pk}", "group": f"group-{cast.groups['velos'].pk}"}
    answer = client_as("lena").post(REGISTER, _entry(cast, role=role, acts_for=keys.get(acts_for, "")))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Person.objects.filter(given_name="Zoé").exists()


def test_a_structure_of_another_pole_is_no_choice(cast: Cast, client_as: As, stranger: Actor) -> None:
    theirs = Structure.objects.get(pole=stranger.mandate.pole)
    answer = client_as("lena").post(REGISTER, _entry(cast, acts_for=f"structure-{theirs.pk}"))
    assert answer.status_code == 422
    assert "Structure d’ailleurs" not in client_as("lena").get(REGISTER).content.decode()
    assert not Person.objects.filter(given_name="Zoé").exists()


def test_a_mail_already_known_asks_whether_it_is_the_same_person(cast: Cast, client_as: As) -> None:
    lena = client_as("lena")
    entry = _entry(cast, email="SAM@roue.example", role="mediator", acts_for="")
    asked = lena.post(REGISTER, entry)
    assert asked.status_code == 409
    assert "déjà connue" in asked.content.decode()
    assert 'name="same_person"' in asked.content.decode()
    assert 'name="same_person"' not in lena.get(REGISTER).content.decode()
    assert lena.post(REGISTER, {**entry, "same_person": "on"})["Location"] == PEOPLE
    sam = cast.people["sam"]
    assert {one.role for one in sam.mandates.all()} == {"representative", "mediator"}
    assert not Person.objects.filter(given_name="Zoé").exists()


def test_a_person_of_another_pole_is_given_a_mandate_here_under_their_own_name(
    cast: Cast, client_as: As, stranger: Actor
) -> None:
    client_as("lena").post(REGISTER, _entry(cast, email=stranger.person.email, same_person="on"))
    mandate = Mandate.objects.get(pole=cast.pole, person=stranger.person)
    assert mandate.person.given_name == "Étrangère"


def test_somebody_the_pole_knows_is_given_another_mandate_without_being_entered_again(
    cast: Cast, client_as: As
) -> None:
    odile, lena = cast.people["odile"], client_as("lena")
    address = f"{REGISTER}?personne={odile.pk}"
    assert 'name="given_name"' not in lena.get(address).content.decode()
    assert address in lena.get(PEOPLE).content.decode()
    lena.post(address, {"role": "mediator", "acts_for": "", "from_on": "2026-01-05"})
    assert {one.role for one in odile.mandates.all()} == {"spokesperson", "mediator"}


@pytest.mark.parametrize("known", ["stranger", "0", "x", "9" * 30, "-1", "²"])
def test_a_person_the_pole_does_not_know_is_not_found(cast: Cast, client_as: As, stranger: Actor, known: str) -> None:
    pk = stranger.person.pk if known == "stranger" else known
    assert client_as("lena").get(f"{REGISTER}?personne={pk}").status_code == 404


def test_the_page_of_a_structure_leads_to_a_mandate_for_it(cast: Cast, client_as: As) -> None:
    page = client_as("lena").get(f"{REGISTER}?pour=letabli").content.decode()
    assert f'<option value="structure-{cast.structures["etabli"].pk}" selected' in page


@pytest.mark.parametrize("asked", ["inconnue", "%00", "'"])
def test_a_page_that_does_not_exist_leads_to_a_form_that_names_nobody(cast: Cast, client_as: As, asked: str) -> None:
    answer = client_as("lena").get(f"{REGISTER}?pour={asked}")
    assert answer.status_code == 200
    assert answer.content.decode().count(" selected") == 1


def test_a_mandate_that_begins_later_is_listed_and_one_that_is_over_is_kept(
    cast: Cast, client_as: As, now: datetime
) -> None:
    lena, day = client_as("lena"), timedelta(days=1)
    lena.post(REGISTER, _entry(cast, from_on=(now + 90 * day).date()))
    lena.post(f"/fanal/mandats/{cast.mandates['idris'].pk}/fin/", {"until_on": (now - day).date()})
    page = lena.get(PEOPLE).content.decode()
    assert "à partir du" in page
    assert "1 mandat terminé" in page
    assert "Idris K., membre de l’équipe" in page


def test_the_list_of_people_asks_the_database_as_often_for_fifty_as_for_ten(
    cast: Cast, client_as: As, now: datetime, django_assert_num_queries: Any
) -> None:
    lena = client_as("lena")
    with django_assert_num_queries(6):
        lena.get(PEOPLE)
    for number in range(40):
        person = actions.register_person(pole=cast.pole, given_name=f"Zoé {number:02}", by=CONSOLE, at=now)
        actions.give_mandate(
            person=person,
            pole=cast.pole,
            role="member",
            structure=cast.structures["etabli"],
            from_on=now.date(),
            by=CONSOLE,
            at=now,
        )
    with django_assert_num_queries(6):
        first = lena.get(PEOPLE).content.decode()
    assert first.count("Y mettre fin") + first.count("Changer la fin") == 30
    assert "Zoé 39" in lena.get(PEOPLE, {"page": 2}).content.decode()


def test_the_last_keeper_who_leaves_is_told_what_to_do_first(cast: Cast, client_as: As, now: datetime) -> None:
    lena = client_as("lena")
    today = {"until_on": now.date()}
    lena.post(f"/fanal/mandats/{cast.mandates['paul'].pk}/fin/", today)
    answer = lena.post(f"/fanal/mandats/{cast.mandates['lena'].pk}/fin/", today)
    assert answer.status_code == 409
    assert "Personne d’autre ne tiendrait l’annuaire" in answer.content.decode()


@pytest.mark.parametrize("who", ["stranger", "unknown"])
def test_a_mandate_of_another_pole_is_not_found(cast: Cast, client_as: As, stranger: Actor, who: str) -> None:
    pk = stranger.mandate.pk if who == "stranger" else 987_654
    assert client_as("lena").get(f"/fanal/mandats/{pk}/fin/").status_code == 404


def test_a_mandate_that_has_ended_opens_nothing(cast: Cast, client_as: As, now: datetime) -> None:
    nour, yesterday = client_as("nour"), now.date() - timedelta(days=1)
    actions.end_mandate(mandate=cast.mandates["nour"], until_on=yesterday, by=CONSOLE, at=now)
    refused = nour.get("/fanal/groupes/")
    assert refused.status_code == 403
    assert "Vous n’avez pas de mandat dans ce pôle aujourd’hui" in refused.content.decode()
    assert nour.get(cast.structures["langues"].get_absolute_url()).status_code == 404


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

    def acts_for() -> int | None:
        held: int | None = nour.get("/fanal/structures/").context["actor"].structure_id
        return held

    came_from = "http://testserver/fanal/structures/"
    answer = nour.post("/fanal/agir-pour/", {"mandate": second.pk}, headers={"Referer": came_from})
    assert answer["Location"] == came_from
    assert acts_for() == cast.structures["aval"].pk
    nour.post("/fanal/agir-pour/", {"mandate": cast.mandates["lena"].pk})
    assert acts_for() == cast.structures["aval"].pk
    assert nour.post("/fanal/agir-pour/", {"mandate": "x"}).status_code == 302
    assert acts_for() == cast.structures["aval"].pk


def test_choosing_does_not_lead_away_from_the_site(cast: Cast, client_as: As) -> None:
    elsewhere = {"Referer": "https://ailleurs.example/piege"}
    mandate = {"mandate": cast.mandates["nour"].pk}
    assert client_as("nour").post("/fanal/agir-pour/", mandate, headers=elsewhere)["Location"] == "/fanal/bonjour/"


def test_a_visitor_who_presses_a_button_comes_back_to_the_page_that_showed_it(cast: Cast) -> None:
    came_from = "http://testserver/fanal/structures/"
    answer = Client().post("/fanal/agir-pour/", {"mandate": "1"}, headers={"Referer": came_from})
    assert answer["Location"].endswith(f"?next={came_from.replace('://', '%3A//')}")
    page = Client().get("/fanal/personnes/ajouter/?pour=letabli")
    assert page["Location"].endswith("?next=/fanal/personnes/ajouter/%3Fpour%3Dletabli")


def test_a_mediator_writes_down_a_group_that_everybody_of_the_pole_reads(cast: Cast, client_as: As) -> None:
    answer = client_as("maud").post("/fanal/groupes/ajouter/", {"name": "Le jardin du 12", "purpose": "Planter."})
    assert answer["Location"] == "/fanal/groupes/"
    assert ResidentsGroup.objects.filter(pole=cast.pole).count() == 2
    assert "Le jardin du 12" in client_as("idris").get("/fanal/groupes/").content.decode()
    again = client_as("maud").post("/fanal/groupes/ajouter/", {"name": "Le jardin du 12"})
    assert (again.status_code, "porte déjà ce nom" in again.content.decode()) == (409, True)


def test_a_mandate_cannot_end_on_a_day_that_nobody_can_have_meant(cast: Cast, client_as: As) -> None:
    mandate = Mandate.objects.get(person=cast.people["lena"])
    response = client_as("lena").post(f"/fanal/mandats/{mandate.pk}/fin/", {"until_on": "9999-12-31"})
    assert response.status_code == 422
    assert "until_on" in response.context["form"].errors


def test_changing_mandates_on_a_page_that_the_new_one_does_not_open_leads_home(cast: Cast, client_as: As) -> None:
    lena = cast.people["lena"]
    other = actions.give_mandate(
        person=lena,
        pole=cast.pole,
        role="member",
        structure=cast.structures["aval"],
        from_on=timezone.localdate(),
        by=CONSOLE,
        at=timezone.now(),
    )
    client = client_as("lena")
    client.post("/fanal/agir-pour/", {"mandate": cast.mandates["lena"].pk})
    for page in ("/fanal/semaine/", "/fanal/personnes/"):
        client.post("/fanal/agir-pour/", {"mandate": cast.mandates["lena"].pk})
        assert client.get(page).status_code == 200
        here = {"Referer": f"http://testserver{page}"}
        landed = client.post("/fanal/agir-pour/", {"mandate": other.pk}, headers=here, follow=True)
        assert [urlsplit(step).path for step, _ in landed.redirect_chain] == [page, "/fanal/bonjour/"]
        assert landed.status_code == 200
        assert "ne s’ouvre pas avec ce mandat" in landed.content.decode()
        assert client.get(page).status_code == 403


def test_changing_mandates_stays_on_a_page_that_opens_to_both(cast: Cast, client_as: As) -> None:
    here = {"Referer": "http://testserver/fanal/structures/"}
    mandate = {"mandate": cast.mandates["nour"].pk}
    answer = client_as("nour").post("/fanal/agir-pour/", mandate, headers=here, follow=True)
    assert [urlsplit(step).path for step, _ in answer.redirect_chain] == ["/fanal/structures/"]


def test_a_mandate_that_ended_yesterday_opens_nothing(cast: Cast, client_as: As, now: datetime) -> None:
    nour, client = cast.mandates["nour"], client_as("nour")
    assert client.get("/fanal/bonjour/").status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    actions.end_mandate(mandate=nour, until_on=yesterday, by=CONSOLE, at=now)
    assert client.get("/fanal/bonjour/").status_code == 403
    describe = "/fanal/structures/letabli/decrire/"
    assert client.get(describe).status_code == 403
    assert client.post("/fanal/agir-pour/", {"mandate": nour.pk}).status_code == 403
