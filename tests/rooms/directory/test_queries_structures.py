"""Finding structures: laws of the search, facets that count what they leave, the order of a dictionary."""

import itertools
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phares.demo.cast import CONSOLE, Cast
from phares.rooms.directory import actions, queries
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.facets import asked_of, facets_of
from phares.rooms.directory.models import Pole, Structure
from phares.rooms.directory.queries import choices
from pictures import picture

once_per_example = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _found(pole: Pole, words: str = "", **facets: str) -> list[str]:
    found = queries.structures_found(CONSOLE, pole, words=words, day=date(2026, 3, 1), **facets)
    return [one.name for one in found]


def _bare(words: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))


@pytest.mark.parametrize("asked", ["vélo", "velos", "VÉLOS", "Vélo vélos", "mécaniciens", "cycle mecanicienne"])
def test_accents_capitals_and_plurals_change_nothing(cast: Cast, asked: str) -> None:
    assert _found(cast.pole, asked) == ["Roue Libre"]


@pytest.mark.parametrize(("said", "asked"), [("un cheval", "chevaux"), ("des bateaux", "bateau"), ("un œuf", "oeufs")])
def test_plurals_that_change_the_word_are_the_same_word(cast: Cast, now: datetime, said: str, asked: str) -> None:
    actions.describe_structure(structure=cast.structures["etabli"], name="L’Établi", mission=said, by=CONSOLE, at=now)
    assert _found(cast.pole, asked) == ["L’Établi"]


@once_per_example
@given(data=st.data())
def test_every_word_of_a_structure_finds_it_however_it_is_written(cast: Cast, data: st.DataObject) -> None:
    structure = data.draw(st.sampled_from(sorted(cast.structures.values(), key=lambda one: one.pk)))
    word = data.draw(st.sampled_from(f"{structure.name} {structure.mission}".split()))
    written = data.draw(st.sampled_from([str.upper, str.lower, str.title, _bare]))(word)
    assert structure.name in _found(cast.pole, written)


@once_per_example
@given(st.lists(st.sampled_from("atelier vélos insertion français quai zeppelin de pour".split()), max_size=4))
def test_one_more_word_never_finds_more(cast: Cast, words: list[str]) -> None:
    asked = [set(_found(cast.pole, " ".join(words[:length]))) for length in range(len(words) + 1)]
    assert all(more >= fewer for more, fewer in itertools.pairwise(asked))


@once_per_example
@given(st.text(max_size=80))
def test_no_question_breaks_the_search(cast: Cast, words: str) -> None:
    assert set(_found(cast.pole, words)) <= {one.name for one in cast.structures.values()}


def test_names_are_in_the_order_of_a_dictionary_on_any_database(cast: Cast, now: datetime) -> None:
    pole = actions.found_pole(slug="ordre", name="Ordre", commune="Loin", by=CONSOLE, at=now)
    for name in ("Zèbre", "Économie", "Demain", "élan", "Edison", "Œuvre"):
        actions.add_structure(pole=pole, name=name, by=CONSOLE, at=now)
    actions.add_structure(pole=pole, name="A", name_is_established=False, by=CONSOLE, at=now)
    assert _found(pole) == ["Demain", "Économie", "Edison", "élan", "Œuvre", "Zèbre", "A"]


def test_each_facet_counts_what_it_leaves(cast: Cast, now: datetime) -> None:
    day = date(2026, 3, 1)
    actions.end_membership(
        membership=cast.structures["aval"].memberships.get(), until_on=date(2026, 2, 28), by=CONSOLE, at=now
    )
    everything = queries.structures_found(CONSOLE, cast.pole, day=day)
    fields = queries.field_counts(everything)
    assert {field.code: count for field, count in fields} == {
        field.code: len(_found(cast.pole, field=field.code)) for field, _count in fields
    }
    assert queries.kind_counts(everything, day) == {"hosted": 3, queries.NOT_HERE: 1}
    assert _found(cast.pole, kind=queries.NOT_HERE) == ["Jardins d’Aval"]
    assert len(_found(cast.pole, kind="hosted")) == 3


def test_a_list_of_thousands_offers_the_same_choices_without_counting(
    cast: Cast, client_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def offered() -> dict[str, set[str]]:
        groups = facets_of(CONSOLE, cast.pole, asked_of({}), [], date(2026, 3, 1))
        return {group.key: {facet.label for facet in group.facets} for group in groups}

    short = offered()
    monkeypatch.setattr(choices, "MOST_COUNTED", 2)
    long = offered()
    assert long.pop("mot") == set()
    assert long.pop("participation") == short.pop("participation") | {"aucune participation"}
    assert long == {key: labels for key, labels in short.items() if key != "mot"}
    page = client_as("lena").get("/fanal/structures/").content.decode()
    assert 'class="number"' not in page[page.index("filters-inside") : page.index("found-title", page.index("D’où"))]


def test_a_structure_that_left_says_when_and_one_that_is_there_says_how(cast: Cast, now: datetime) -> None:
    gone, day = cast.structures["aval"], date(2026, 3, 1)
    actions.end_membership(membership=gone.memberships.get(), until_on=date(2026, 2, 28), by=CONSOLE, at=now)
    standings = queries.standing_of(queries.structures_found(CONSOLE, cast.pole, day=day), CONSOLE, day)
    told = {one.structure.name: ([held.kind for held in one.held], one.last) for one in standings}
    assert told["L’Établi"] == (["hosted"], None)
    assert told["Jardins d’Aval"] == ([], gone.memberships.get())


def test_what_is_hidden_is_found_by_nobody_outside(cast: Cast) -> None:
    found = queries.structures_found(VISITOR, cast.pole, words="français", day=date(2026, 3, 1))
    assert [one.name for one in found] == []
    assert _found(cast.pole, "français") == ["Parler Ensemble"]


def test_the_next_missing_entry_is_named_until_none_is(cast: Cast, now: datetime) -> None:
    pole = cast.pole
    structure = actions.add_structure(pole=pole, name="La Nouvelle", by=CONSOLE, at=now)
    said: dict[str, object] = {"name": "La Nouvelle"}
    entries = {
        "mission": "Faire.",
        "contact_email": "contact@nouvelle.example",
        "fields": list(queries.activity_fields_of(pole)[:1]),
        "location": "cour",
        "presentation": "Nous faisons.",
    }
    others: dict[str, Callable[[Structure], object]] = {
        "capacities": lambda one: actions.say_capacities(
            structure=one, capacities=[actions.CapacityEntry("skill", "soudure")], by=CONSOLE, at=now
        ),
        "siret": lambda one: actions.identify_structure(structure=one, rna="W931234567", by=CONSOLE, at=now),
        "photos": lambda one: actions.add_photo(
            structure=one, photo=picture(), alternative_text="Nous", credit="Nous", by=CONSOLE, at=now
        ),
    }
    named = []
    for entry, words in entries.items():
        lack = queries.next_missing(structure)
        assert lack is not None
        named.append(lack.entry)
        said[entry] = words
        actions.describe_structure(structure=structure, **said, by=CONSOLE, at=now)  # type: ignore[arg-type]
        structure = Structure.objects.get(pk=structure.pk)
    for act in others.values():
        lack = queries.next_missing(structure)
        assert lack is not None
        named.append(lack.entry)
        act(structure)
        structure = Structure.objects.get(pk=structure.pk)
    assert named == [*entries, *others]
    assert queries.next_missing(structure) is None
