"""French as the engine reads it: accents, plurals, verbs, stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phares.engine.lexicon.words import carries_matter, fold, grams, phrase_stem, stem, tokens


@pytest.mark.parametrize(
    "family",
    [
        "vélo vélos VÉLO velo",
        "local locaux",
        "travail travaux",
        "bureau bureaux",
        "manque manquons manquent manquer manqué manquée manquées",
        "déménage déménageons déménagement",
        "répare réparons réparation réparateur",
        "salarié salariée salariés",
        "camion camions",
        "garde garder gardent",
        "œuvre oeuvre œuvres",
    ],
)
def test_forms_of_one_word_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in tokens(family)}) == 1


@pytest.mark.parametrize("pair", ["bal balai", "camion camionnette", "salle sale", "pois poisson", "cour courant"])
def test_different_words_keep_different_stems(pair: str) -> None:
    assert len({stem(word) for word in tokens(pair)}) == 2


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_and_tokens_never_fail(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert tokens(fold(text)) == tokens(text)
    assert all(stem(word) for word in tokens(text))


def test_words_of_grammar_and_of_asking_carry_no_matter() -> None:
    assert [word for word in tokens("Nous cherchons une salle pour les 12 réunions") if carries_matter(word)] == [
        "salle",
        "reunions",
    ]


def test_a_phrase_keeps_its_negation_and_loses_its_articles() -> None:
    assert [one for word in tokens("il n’y a plus de place") if (one := phrase_stem(word))] == [stem("plus"), "place"]


def test_letters_are_grouped_by_three_to_five_with_marked_ends() -> None:
    assert grams("pret") == ("_pr", "pre", "ret", "et_", "_pre", "pret", "ret_", "_pret", "pret_")
