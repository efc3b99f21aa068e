"""How a structure is found: the words of its page, each with who may find it by them."""

from collections.abc import Iterable, Iterator

from phares.rooms.commons.search import search_text, search_words
from phares.rooms.directory.models import SearchWord, Structure
from phares.rooms.directory.models.field_visibility import FieldLevel

LONGEST = 40
_LEVELS = list(FieldLevel.values)


def make_findable(structure: Structure) -> None:
    """Write anew by which words a structure is found; called by every act that changes its page, in its transaction.

    `search_text` holds what goes with the page itself: it orders lists, and other rooms search in it.
    """
    structure.search_text = search_text(*_named(structure))
    structure.save(update_fields=["search_text"])
    structure.search_words.all().delete()
    SearchWord.objects.bulk_create(words_of(structure))


def words_of(structure: Structure) -> list[SearchWord]:
    """Return the words by which a structure is found, each with the level of the most open field in which it stands."""
    level_of = {one.field: one.level for one in structure.field_visibilities.all()}
    always = (*_named(structure), structure.acronym_meaning, structure.axes)
    open_first: dict[str, str] = dict.fromkeys(_words(*always), FieldLevel.PUBLIC)
    for field, texts in _hideable(structure):
        level = level_of.get(field, FieldLevel.PUBLIC)
        for word in _words(*texts):
            open_first[word] = min(level, open_first.get(word, level), key=_LEVELS.index)
    return [
        SearchWord(pole_id=structure.pole_id, structure=structure, word=word, level=level)
        for word, level in open_first.items()
    ]


def _named(structure: Structure) -> tuple[str, ...]:
    """Return the texts that go with the page itself."""
    return structure.name, structure.acronym, structure.mission, structure.commune


def _hideable(structure: Structure) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the texts of the fields that a structure may keep to some."""
    yield "presentation", [structure.presentation]
    yield "location", [structure.location]
    yield "address", [structure.address, structure.postcode_normalised]
    yield "fields", [f"{one.name_fr} {one.name_en}" for one in structure.fields.all()]
    yield "goals", [f"{one.name_fr} {one.name_en}" for one in structure.goals.all()]
    yield "tags", [one.words for one in structure.tags.all()]
    yield "capacities", [one.name for one in structure.capacities.all()]
    for number in ("siren", "siret", "rna"):
        yield number, [getattr(structure, number)]


def _words(*texts: str) -> list[str]:
    return [word[:LONGEST] for text in texts for word in search_words(text)]
