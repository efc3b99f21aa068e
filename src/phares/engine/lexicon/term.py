"""The terms as they are looked for: their stems, what must stand beside them, what their words hint at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from phares.engine.lexicon.rarity import stem_weight
from phares.engine.lexicon.words import phrase_stem, tokens

ARTICLES = frozenset(
    "a an the of l d s m n t c j le la les un une des du de ce cet cette mon ma mes nos notre leur leurs "
    "on se il ils".split()
)
"""Words that no term needs, in French and in English."""

FULL_INFORMATION = 3.0
"""The rarity from which a term is worth its whole weight."""

HINT = 0.7
"""What a rare word is worth that stands in the terms of one concept only."""

LEAST_SHARE = 0.15
"""The share of the terms with a word that a concept must have to be hinted at."""

LEAST_HINT = 0.12
"""A hint weaker than this is not worth its time."""


class Term(NamedTuple):
    """One way to say a concept; `weight` says how surely it does (1: always)."""

    concept: str
    domain: str
    language: str
    text: str
    weight: float = 1.0
    source: str = ""


class Mention(NamedTuple):
    """A concept found in a text: how strongly, and by which of its terms; or one that a word of the term hints at."""

    concept: str
    strength: float
    term: str
    hinted: bool = False


class Pattern(NamedTuple):
    """A term as a text is searched for it, or what a single word hints at; `said` is what a clear text then says."""

    stems: tuple[str, ...]
    said: Mention


def significant(words: Iterable[str]) -> list[str]:
    """The stems of folded words in order, without those that a phrase may lose."""
    return list(filter(None, map(phrase_stem, words)))


class Read(NamedTuple):
    """A term with its stems, and the words that must stand beside the one that has a single stem."""

    term: Term
    stems: tuple[str, ...]
    beside: frozenset[str]

    @property
    def key(self) -> tuple[str, ...]:
        """What two terms have in common that a text cannot tell apart."""
        return (*sorted(self.stems), "", *sorted(self.beside))


def read_term(term: Term) -> Read:
    """A term read; one that holds no word of matter is refused."""
    words = tokens(term.text)
    stems = tuple(significant(words))
    if not stems:
        raise ValueError(f"{term.concept}: {term.text!r} holds no word that carries meaning")
    if len(stems) > 1:
        return Read(term, stems, frozenset())
    said = (phrase_stem(word) or word for word in words if word not in ARTICLES)
    return Read(term, stems, frozenset(said) - {stems[0]})


def hints_of(read: Iterable[Read]) -> dict[str, list[Pattern]]:
    """What each word hints at, and by which term: the concepts that have their share of the terms it stands in."""
    standing: dict[str, dict[str, list[Read]]] = defaultdict(lambda: defaultdict(list))
    for one in read:
        for stem in one.stems:
            standing[stem][one.term.concept].append(one)
    hints: dict[str, list[Pattern]] = {}
    for stem, concepts in standing.items():
        worth = HINT * min(1.0, stem_weight(stem) / FULL_INFORMATION) / sum(map(len, concepts.values()))
        hints[stem] = [
            Pattern((stem,), Mention(concept, worth * len(terms), terms[0].term.text, hinted=True))
            for concept, terms in concepts.items()
            if worth * len(terms) >= LEAST_HINT and len(terms) >= LEAST_SHARE * sum(map(len, concepts.values()))
        ]
    return hints
