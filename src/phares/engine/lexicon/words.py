"""French text as the engine reads it: accents folded, plurals folded, then stems and letter groups.

The order is fold, singular, stem: Snowball leaves "vélos" and "vélo" apart, and only a text folded first reads
the same when it was typed without accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

import Stemmer

from phares.engine.lexicon.files import lines

_WORD = re.compile(r"[a-z0-9]+")
_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": "'", "ʼ": "'"}
_STEMMER = Stemmer.Stemmer("french", 0)
_TO_AIL = frozenset({"baux", "coraux", "emaux", "soupiraux", "travaux", "vitraux"})


SHORTEST_STEM = 5


def _listed(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())


GRAMMAR = _listed("words_of_grammar.txt")
"""Words that carry grammar, not matter (French and English, folded)."""

ASKING = _listed("words_of_asking.txt")
"""Words by which one asks or offers: every item holds some, so they tell two items nothing about each other."""

LINKS = GRAMMAR - {"hors", "pas", "peu", "plus", "sans", "trop"}
"""What a phrase of the lexicon may lose without changing its meaning; negations stay."""


NOUNS_IN_ON = _listed("nouns_in_on.txt")
VERBS_IN_ER = _listed("verbs_in_er.txt")

APART = {form: line.split()[0] for line in lines("words_apart.txt") for form in line.split()}
"""Words that Snowball would cut like others of another meaning ("habitant" like "habit"), each with its own stem."""


class _Folded(dict[str, str]):
    """Each sign as it is folded, worked out once."""

    def __missing__(self, mark: str) -> str:
        apart = unicodedata.normalize("NFKD", mark).lower()
        plain = "".join(one for one in apart if not unicodedata.combining(one))
        self[mark] = plain if plain == mark else "".join(self[one] for one in plain)
        return self[mark]


_FOLDED = _Folded(_LIGATURES)


def fold(text: str) -> str:
    """The text in lower case, without accents or ligatures."""
    plain = text.lower()
    return plain if plain.isascii() else "".join(map(_FOLDED.__getitem__, plain))


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order; an elided article is a word of its own."""
    return list(chain.from_iterable(map(_words_of, text.split())))


@lru_cache(maxsize=65_536)
def _words_of(piece: str) -> tuple[str, ...]:
    """The folded words of a piece without spaces; kept, since texts are made of the same ones again and again."""
    return tuple(_WORD.findall(fold(piece)))


def singular(word: str) -> str:
    """A folded word without its plural mark, by endings alone."""
    if len(word) <= 3 or word[-1] not in "sx":
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word in _TO_AIL:
        return word[:-3] + "ail"
    if word.endswith("aux") and len(word) > 4:
        return word[:-2] + "l"
    return word[:-1]


def plain_form(word: str) -> str:
    """A folded word as the stemmer reads it best: singular, "nous" and "ils" of verbs in -er put back, -ée as -é."""
    if word.endswith("ons") and word[:-1] not in NOUNS_IN_ON:
        root = word[:-4] if word.endswith("geons") else word[:-3]
        if f"{root}er" in VERBS_IN_ER:
            return f"{root}e"
    one = singular(word)
    if one.endswith("ent") and f"{one[:-3]}er" in VERBS_IN_ER:
        return one[:-2]
    return one[:-1] if one.endswith("ee") and len(one) > 4 else one


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a folded word; a stem too short to tell words apart ("bal" for "balai") gives way to the word."""
    if word in APART:
        return APART[word]
    plain = plain_form(word)
    cut = str(_STEMMER.stemWord(plain))
    if len(cut) >= SHORTEST_STEM:
        return cut
    return plain[:-1] if plain in VERBS_IN_ER else plain


@lru_cache(maxsize=65_536)
def carries_matter(word: str) -> bool:
    """Whether a folded word says something of what is asked or offered."""
    return len(word) > 1 and word not in GRAMMAR and word not in ASKING and not (word.isdigit() and len(word) < 3)


@lru_cache(maxsize=65_536)
def phrase_stem(word: str) -> str:
    """The stem of a folded word inside a phrase, or nothing for a word that the phrase may lose."""
    return "" if len(word) < 2 or word in LINKS else stem(word)


@lru_cache(maxsize=32_768)
def grams(word: str) -> tuple[str, ...]:
    """The groups of 3 to 5 letters of a folded word, its ends marked by "_"."""
    marked = f"_{word}_"
    return tuple(marked[start : start + size] for size in (3, 4, 5) for start in range(len(marked) - size + 1))
