"""Words that look alike and mean something else are not taken for one another."""

from __future__ import annotations

import pytest

from phares.engine.lexicon import default_lexicon
from phares.engine.lexicon.words import stem, tokens

LEXICON = default_lexicon()


def heard(text: str) -> set[str]:
    return {mention.concept for mention in LEXICON.mentions(tokens(text))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("habitants", "habits"), ("communication", "commune"), ("concertation", "concert"), ("auditif", "audit"),
        ("cours", "cour"), ("livraison", "livre"), ("stationnement", "station"), ("tournée", "tourner"),
        ("maintenant", "maintenance"), ("galère", "galerie"), ("découverte", "découvert"),
    ],
)  # fmt: skip
def test_these_two_words_have_nothing_in_common(one: str, other: str) -> None:
    assert stem(tokens(one)[0]) != stem(tokens(other)[0])


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Le sol est froid", "storage"),
        ("À vos frais", "cold_room"),
        ("Les habitants de la rue", "clothing_donation"),
        ("Un cours de guitare", "outdoor_space"),
        ("Un petit prix", "childcare"),
        ("Un tour de magie", "delivery"),
    ],
)
def test_a_word_alone_does_not_stand_for_a_phrase_that_holds_it(text: str, concept: str) -> None:
    assert concept not in heard(text)


@pytest.mark.parametrize(("text", "concept"), [("Une cave en sous-sol", "storage"), ("Garder au frais", "cold_room")])
def test_the_phrase_itself_is_heard(text: str, concept: str) -> None:
    assert concept in heard(text)
