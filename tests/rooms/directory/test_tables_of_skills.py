"""Skills, means and numbers of people that come with a table of structures."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from phares.demo.cast import Cast
from phares.rooms.directory.models import Structure
from rooms.directory.bringing import bring, write


@pytest.fixture
def lena(client_as: Callable[[str], Client]) -> Client:
    """The coordinator's browser."""
    return client_as("lena")


SKILLS = "Structure;Compétences;Matériel;Effectif;Effectif au\n"


def test_skills_means_and_people_come_are_brought_up_to_date_and_taken_back(lena: Client, cast: Cast) -> None:
    etabli = cast.structures["etabli"]
    means = [(one.kind, one.name, one.amount, one.unit) for one in etabli.capacities.all()]
    sizes = list(etabli.sizes.values_list("on", "people"))
    told = SKILLS + (
        '"L’Établi";"soudure, mécanique cycle (2,5 personnes)";;12;"1er mars 2021"\n'
        '"La Nouvelle";"compter";"camion (3 tonnes), tréteaux (40)";7;\n'
    )
    table = write(lena, bring(lena, told, name="gens.csv"))
    said = {(one.kind, one.name, str(one.amount), one.unit) for one in etabli.capacities.all()}
    assert {("skill", "soudure", "1.00", ""), ("skill", "mécanique cycle", "2.50", "personnes")} <= said
    assert etabli.sizes.get(on=date(2021, 3, 1)).people == 12
    new = Structure.objects.get(name="La Nouvelle")
    assert {(one.name, one.amount, one.unit) for one in new.capacities.filter(kind="means")} == {
        ("camion", 3, "tonnes"), ("tréteaux", 40, ""),
    }  # fmt: skip
    assert "soudure" in etabli.search_words.values_list("word", flat=True)
    again = bring(lena, told, name="gens.csv")
    assert {line.state for line in again.lines.all()} == {"same"}
    assert "soudure" in lena.get(f"/fanal/importer/{table.pk}/").content.decode()
    lena.post(f"/fanal/importer/{table.pk}/defaire/")
    assert [(one.kind, one.name, one.amount, one.unit) for one in etabli.capacities.all()] == means
    assert list(etabli.sizes.values_list("on", "people")) == sizes
    assert not Structure.objects.filter(name="La Nouvelle").exists()


def test_cells_that_say_no_skill_nor_number_of_people_are_named(lena: Client) -> None:
    lines = ("A;!!!;;;\n", "B;vélo;;-3;\n", "C;vélo;;2,5;\n", "D;vélo (1), vélo (2);;;\n", "E;vélo (999999999999);;;\n",
             f"F;{'x' * 121};;;\n", "G;vélo;;beaucoup;\n", "H;vélo;;5000000;\n")  # fmt: skip
    table = bring(lena, SKILLS + "".join(lines), name="faux.csv")
    assert [line.errors[0]["column"] for line in table.lines.all()] == [
        "Compétences", "Effectif", "Effectif", "Compétences", "Compétences", "Compétences", "Effectif", "Effectif",
    ]  # fmt: skip
