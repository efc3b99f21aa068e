"""Tables as coordinators really keep them: no dates, sums at the foot, names in other words, offices of one’s own."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.directory.models import Membership, Person, Structure
from rooms.directory.bringing import bring, write

RNA, SIREN = "W931234567", "732829320"


@pytest.fixture
def lena(client_as: Callable[[str], Client]) -> Client:
    """The coordinator's browser."""
    return client_as("lena")


def states(table: object) -> list[str]:
    return [line.state for line in table.lines.order_by("number")]  # type: ignore[attr-defined]


def test_a_table_without_dates_takes_one_day_for_all_and_moves_no_period_that_runs(lena: Client, cast: Cast) -> None:
    known = cast.structures["etabli"].memberships.get()
    table = bring(lena, "Structure;Type de membre\nL’Établi;hébergée\nLa Voile;partenaire\n")
    assert states(table) == ["same", "bad"]
    entry = {"sheet": "0", "header": "1", "column-0": "name", "column-1": "kind", "usual_day": "2025-03-01"}
    assert lena.post(f"/fanal/importer/{table.pk}/colonnes/", entry).status_code == 302
    assert states(table) == ["same", "new"]
    write(lena, table)
    assert Membership.objects.get(structure__name="La Voile").from_on == date(2025, 3, 1)
    assert list(cast.structures["etabli"].memberships.values_list("pk", "from_on")) == [(known.pk, known.from_on)]


def test_a_number_that_stands_under_another_name_is_read_for_what_it_is(lena: Client) -> None:
    table = bring(lena, f"Structure;N° SIRET\nLa Dentelle;{RNA}\nLa Voile;732 829 320\nLe Mât;123 456 789\n")
    assert states(table) == ["new", "new", "bad"]
    write(lena, table, only_good="yes")
    assert Structure.objects.get(name="La Dentelle").rna == RNA
    assert Structure.objects.get(name="La Voile").siren == SIREN


def test_words_around_a_known_word_are_understood_unless_they_turn_it_around(lena: Client) -> None:
    text = "Structure;Statut juridique;Type de membre;Depuis\nA;Asso loi 1901 à but non lucratif;;\nB;SCIC SA à capital variable;membre associé;01/02/2024\nC;;ancien adhérent;01/02/2024\n"  # noqa: E501
    table = bring(lena, text)
    assert states(table) == ["bad", "new", "bad"]
    write(lena, table, only_good="yes")
    assert Structure.objects.get(name="B").legal_form == "cooperative"


def test_the_line_of_a_sum_is_no_structure(lena: Client) -> None:
    table = bring(lena, "Structure;Effectif\nLa Voile;3\nTOTAL;3\nSous-total;3\nTotal Partage;2\n")
    assert states(table) == ["new", "bad", "bad", "new"]


def test_a_new_name_near_a_known_one_is_pointed_out_before_it_doubles(lena: Client) -> None:
    table = bring(lena, "Structure\nL'ETABLI (atelier)\nLa Voile\n")
    page = lena.get(f"/fanal/importer/{table.pk}/").content.decode()
    assert page.count("L’annuaire connaît déjà") == 1
    assert states(table) == ["new", "new"]
    write(lena, table)
    assert "L’annuaire connaît déjà" not in lena.get(f"/fanal/importer/{table.pk}/").content.decode()


def test_who_keeps_the_accounts_of_an_association_does_not_keep_those_of_the_pole(lena: Client, cast: Cast) -> None:
    text = "Prénom;Nom;E-mail;Organisme;Fonction\nZoé;M.;zoe@x.example;L’Établi;Trésorière\nAli;B.;ali@x.example;Le Fanal;Médiateur\n"  # noqa: E501
    write(lena, bring(lena, text, "people", "contacts.csv"))
    zoe = Person.objects.get(email="zoe@x.example").mandates.get()
    ali = Person.objects.get(email="ali@x.example").mandates.get()
    assert (zoe.role, zoe.structure) == ("member", cast.structures["etabli"])
    assert (ali.role, ali.structure) == ("mediator", None)


def test_a_period_that_has_ended_is_not_the_one_that_a_line_without_day_speaks_of(lena: Client, cast: Cast) -> None:
    cast.structures["etabli"].memberships.update(until_on=date.today() - timedelta(days=40))  # noqa: DTZ011
    assert states(bring(lena, "Structure;Type de membre\nL’Établi;hébergée\n")) == ["bad"]


def test_somebody_who_acts_for_two_has_two_lines_and_one_page(lena: Client) -> None:
    text = "Prénom;Nom;E-mail;Organisme\nNina;N.;nina@x.example;L’Établi\nNina;N.;nina@x.example;Roue Libre\nNina;N.;nina@x.example;L’Établi\n"  # noqa: E501
    table = bring(lena, text, "people", "contacts.csv")
    assert states(table) == ["new", "new", "bad"]
    write(lena, table, only_good="yes")
    assert Person.objects.get(email="nina@x.example").mandates.count() == 2
    lena.post(f"/fanal/importer/{table.pk}/defaire/")
    assert not Person.objects.filter(email="nina@x.example").exists()
