"""Tags and fields of activity that a text suggests, each with the words that suggest it; people choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from phares.engine.lexicon import Lexicon, default_lexicon
from phares.engine.matching.index import Index
from phares.engine.matching.item import Item
from phares.engine.matching.outcome import Match
from phares.engine.matching.reading import read

SURE_ENOUGH = 0.5
"""A concept must be said this surely to be suggested."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A concept of the lexicon that a text speaks of: its French name, how surely, and by which term."""

    concept: str
    domain: str
    label: str
    strength: float
    term: str


def tags(item: Item, top: int = 5, lexicon: Lexicon | None = None) -> tuple[Tag, ...]:
    """The concepts that an item surely speaks of, surest first, without those it bears as tags already."""
    known = lexicon or default_lexicon()
    held = {mention.concept for mention in read(Item("", "", " ".join(item.tags)), known).mentions}
    sure = [
        one for one in read(replace(item, tags=()), known).mentions if one.strength >= SURE_ENOUGH and not one.hinted
    ]
    fresh = sorted((one for one in sure if one.concept not in held), key=lambda one: (-one.strength, one.concept))
    named = [(known.concepts[one.concept], one) for one in fresh[:top]]
    return tuple(Tag(of.name, of.domain, of.label, one.strength, one.term) for of, one in named)


def fields(item: Item, names: Mapping[str, str], top: int = 3, lexicon: Lexicon | None = None) -> tuple[Match, ...]:
    """The fields of activity (id: name) nearest to what an item says, best first, with the reasons of a match."""
    ready = Index(_as_items(names), lexicon)
    return ready.answers(Item(item.id, "item", item.title, item.text, tags=item.tags), top=top)


def _as_items(names: Mapping[str, str]) -> Iterable[Item]:
    return (Item(ident, "field", name) for ident, name in sorted(names.items()))
