"""The sense of a text by the company its words keep, against the definition written out in plain dictionaries."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from phares.engine.lexicon import Lexicon, Term, stem_weight
from phares.engine.lexicon.term import read_term
from phares.engine.lexicon.words import carries_matter, phrase_stem, tokens

TERMS = (
    Term("cold", "food", "fr", "chambre froide", 1.0),
    Term("cold", "food", "fr", "frigo en panne", 0.8),
    Term("meat", "food", "fr", "viande", 1.0),
    Term("meat", "food", "fr", "colis de viande froide", 0.8),
    Term("parcels", "mobility", "fr", "colis", 1.0),
    Term("music", "culture", "fr", "accordéon", 1.0),
)
LINKS = (("cold", "meat", 0.5),)
LEXICON = Lexicon(TERMS, LINKS)

Sense = dict[str, float]


def profile(stem: str) -> Sense:
    """The part of its terms that each concept has, a term of n stems counting 1/√n for each, times its rarity."""
    held: Counter[str] = Counter()
    for term in TERMS:
        stems = read_term(term).stems
        if stem in stems:
            held[term.concept] += term.weight / math.sqrt(len(stems))
    return {name: stem_weight(stem) * part / held.total() for name, part in held.items()}


def sense(text: str, *, answers: bool) -> Sense:
    total: Counter[str] = Counter()
    for stem in {phrase_stem(word) for word in tokens(text) if carries_matter(word)}:
        for name, part in profile(stem).items():
            for one, two, nearness in (*LINKS, *((b, a, w) for a, b, w in LINKS), (name, name, 1.0)):
                if one == name and (answers or one == two):
                    total[two] += part * nearness
    return dict(total)


def cosine(need: Sense, offer: Sense) -> float:
    lengths = math.hypot(*need.values()) * math.hypot(*offer.values())
    return sum(part * offer.get(name, 0.0) for name, part in need.items()) / lengths if lengths else 0.0


@pytest.mark.parametrize("need", ["frigo en panne", "des colis de viande", "viande et accordéon", "du houblon"])
@pytest.mark.parametrize("offer", ["chambre froide, frigo", "colis froid", "accordéons", "viandes et frigos", "rien"])
def test_two_texts_are_as_near_as_the_definition_says(need: str, offer: str) -> None:
    asked, said = ([LEXICON.sense(word) for word in tokens(text)] for text in (need, offer))
    found = LEXICON.senses.asked(asked) @ LEXICON.senses.answering(said)
    assert found == pytest.approx(cosine(sense(need, answers=False), sense(offer, answers=True)))
    assert 0 <= found <= 1 + 1e-12


def test_words_that_go_together_are_near_and_others_are_not() -> None:
    broken = LEXICON.senses.asked([LEXICON.sense("frigo")])
    assert broken @ LEXICON.senses.answering([LEXICON.sense("viande")]) > 0
    assert broken @ LEXICON.senses.answering([LEXICON.sense("accordeon")]) == 0
