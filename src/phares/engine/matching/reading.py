"""One item as the text channels read it: its words, stems, groups of letters and concepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from phares.engine.lexicon import Lexicon, Mention
from phares.engine.lexicon.words import carries_matter, grams, stem, tokens
from phares.engine.matching.formula import TITLE_TIMES, clarity
from phares.engine.matching.item import Item


class Reading(NamedTuple):
    """The words of an item with how often each stands (a title's counts more), and the concepts it mentions."""

    item: Item
    words: Mapping[str, float]
    mentions: tuple[Mention, ...]

    def clarity(self) -> float:
        """How clearly the item says what it says: the more words, the less."""
        return clarity(len(self.words))

    def stems(self) -> dict[str, float]:
        """How often each stem stands in the item."""
        counted: dict[str, float] = {}
        for word, times in self.words.items():
            counted[stem(word)] = counted.get(stem(word), 0.0) + times
        return counted

    def grams(self) -> dict[str, float]:
        """How often each group of letters stands in the item."""
        counted: dict[str, float] = {}
        for word, times in self.words.items():
            for gram in grams(word):
                counted[gram] = counted.get(gram, 0.0) + times
        return counted

    def length(self) -> float:
        """The number of words, a title's counted more."""
        return sum(self.words.values())

    def gram_length(self) -> float:
        """The number of groups of letters, a title's counted more."""
        return sum(times * len(grams(word)) for word, times in self.words.items())


def read(item: Item, lexicon: Lexicon) -> Reading:
    """Read one item; its tags are words of the text too."""
    counted: dict[str, float] = {}
    mentions: tuple[Mention, ...] = ()
    for text, times in _fields(item):
        matter, found = _said(text, lexicon)
        for word in matter:
            counted[word] = counted.get(word, 0.0) + times
        mentions = _together(mentions, found) if mentions else found
    return Reading(item, counted, mentions)


def _together(said: tuple[Mention, ...], more: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The concepts of two fields by name, each as its stronger field says it; of two as strong, as the first does."""
    held = {mention.concept: mention for mention in said}
    for mention in more:
        if mention.concept not in held or mention.strength > held[mention.concept].strength:
            held[mention.concept] = mention
    return tuple(held[name] for name in sorted(held))


@lru_cache(maxsize=16_384)
def _said(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[Mention, ...]]:
    """The words of matter of one field and its concepts; kept, since the same items are read again and again."""
    words = tokens(text)
    matter = tuple(filter(carries_matter, words))
    return matter, lexicon.mentions(words, clarity(len(matter)), hints=True)


def forget() -> None:
    """Forget what was read before: for measurements of a first reading."""
    _said.cache_clear()


def _fields(item: Item) -> Iterator[tuple[str, float]]:
    """What an item says, field by field, with how much a word counts there."""
    yield item.title, TITLE_TIMES
    if item.text:
        yield item.text, 1.0
    if item.tags:
        yield " ".join(item.tags), 1.0
