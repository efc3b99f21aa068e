"""Optional local files widen the lexicon: tiny ones, made up for the tests."""

from __future__ import annotations

import pytest

from engine.matching.items import item
from phares.engine.lexicon import Lexicon, Term, default_lexicon
from phares.engine.lexicon.local import rome, thesaurus
from phares.engine.matching import match

JOBS = ["code_rome,libelle_appellation_court", "Z9901,Dompteur / Dompteuse de licornes", "Z9901,Licornier"]
WORDS = ["UTF-8", "remorque|1", "(Nom)|roulotte de charge|carriole", "inconnu|1", "(Nom)|ignoré"]


def test_names_of_one_job_become_one_idea() -> None:
    terms = list(rome(JOBS))
    assert [term.text for term in terms] == ["Dompteur", "Dompteuse de licornes", "Licornier"]
    lexicon = default_lexicon().widened(terms)
    (found,) = match([item("n", "Un licornier")], [item("o", "Dompteuse de licornes diplômée")], lexicon=lexicon)
    assert {reason.facts.get("concept") for reason in found.reasons} >= {"rome:Z9901"}


def test_a_table_without_its_columns_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no code_rome beside"):
        list(rome(["a,b", "1,2"]))


def test_synonyms_say_the_idea_of_their_word_less_surely() -> None:
    small = Lexicon([Term("van", "mobility", "fr", "remorque")])
    found = list(thesaurus(WORDS, small))
    assert [(term.concept, term.text) for term in found] == [("van", "roulotte de charge"), ("van", "carriole")]
    assert all(term.weight < 1 and term.source == "thesaurus" for term in found)


def test_a_word_the_lexicon_knows_keeps_its_meaning() -> None:
    small = Lexicon([Term("van", "mobility", "fr", "remorque"), Term("cart", "equipment", "fr", "carriole")])
    assert [term.text for term in thesaurus(WORDS, small)] == ["roulotte de charge"]


def test_a_poles_own_terms_are_heard_beside_the_others() -> None:
    lexicon = default_lexicon().widened([Term("van", "mobility", "fr", "la Titine", 1.0, "our pole")])
    (found,) = match([item("n", "La Titine pour samedi")], [item("o", "Fourgon à prêter")], lexicon=lexicon)
    assert {reason.facts.get("concept") for reason in found.reasons} >= {"van"}
