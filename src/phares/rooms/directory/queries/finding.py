"""Finding structures by words: whatever the accents and plurals, and where one letter went wrong."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from phares.rooms.commons.search import understood
from phares.rooms.directory import permissions
from phares.rooms.directory.actors import Actor
from phares.rooms.directory.findable import LONGEST
from phares.rooms.directory.models import Pole, SearchWord, Structure


def _words_read(actor: Actor, pole: Pole) -> QuerySet[SearchWord]:
    """Return the words by which this actor may find something."""
    words = SearchWord.objects.filter(pole=pole, level__in=permissions.levels_read(actor, pole))
    if permissions.can_see_pole(actor, pole) or actor.job:
        return words
    return words.filter(structure__in=permissions.visible_structures(actor, pole))


def _begins_with(word: str) -> dict[str, str]:
    """Return the filter on words that begin so.

    What begins with a word lies between it and itself followed by the last letter of the alphabet: an index serves both
    databases alike, whatever their order of letters.
    """
    return {"word__gte": word[:LONGEST], "word__lte": f"{word[:LONGEST]}{'z' * LONGEST}"}


def words_understood(actor: Actor, pole: Pole, words: str) -> list[str]:
    """Return the words of a question, a typing error taken for the nearest word that finds something for this actor."""
    readable = _words_read(actor, pole)

    def is_known(word: str) -> bool:
        return readable.filter(**_begins_with(word)).exists()

    def vocabulary(word: str) -> Iterable[str]:
        return readable.values_list("word", flat=True).distinct()

    return understood(words, is_known=is_known, vocabulary=vocabulary)


def by_words(actor: Actor, pole: Pole, words: Iterable[str]) -> QuerySet[Structure]:
    """Return the structures that the actor may see, and of which some word that they may read begins with each word."""
    found = permissions.visible_structures(actor, pole)
    levels = permissions.levels_read(actor, pole)
    for word in words:
        rows: QuerySet[Any] = SearchWord.objects.filter(pole=pole, level__in=levels, **_begins_with(word))
        found = found.filter(pk__in=rows.values("structure"))
    return found
