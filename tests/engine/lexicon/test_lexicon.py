"""The sector lexicon: what it must hold, and how it finds its terms in a text."""

from __future__ import annotations

import pytest

from phares.engine.lexicon import Lexicon, Term, default_lexicon, gram_weight, stem_weight
from phares.engine.lexicon.files import rows
from phares.engine.lexicon.words import tokens


def small(*terms: tuple[str, str], links: tuple[tuple[str, str, float], ...] = ()) -> Lexicon:
    return Lexicon((Term(concept, "any", "fr", text) for concept, text in terms), links)


def found(lexicon: Lexicon, text: str) -> set[str]:
    return {mention.concept for mention in lexicon.mentions(tokens(text))}


def test_the_lexicon_is_large_sourced_and_in_two_languages() -> None:
    terms = default_lexicon().terms
    assert len(terms) >= 1_500
    assert {term.language for term in terms} == {"fr", "en"}
    assert all(term.source and term.domain and 0 < term.weight <= 1 for term in terms)
    assert len({(term.concept, term.language, term.text.lower()) for term in terms}) == len(terms)


def test_every_concept_has_one_domain_and_terms_in_both_languages() -> None:
    lexicon = default_lexicon()
    own: dict[str, list[Term]] = {name: [] for name in lexicon.concepts}
    for term in lexicon.terms:
        own[term.concept].append(term)
    for name, terms in own.items():
        assert len({term.domain for term in terms}) == 1, name
        assert {term.language for term in terms} == {"fr", "en"}, name


def test_every_term_is_found_in_itself() -> None:
    lexicon = default_lexicon()
    lost = [term for term in lexicon.terms if term.concept not in found(lexicon, term.text)]
    assert not lost


def test_links_join_known_concepts_and_hold_both_ways() -> None:
    lexicon = default_lexicon()
    links = list(rows("links.csv", ("concept", "helps", "weight")))
    assert len({frozenset(link[:2]) for link in links}) == len(links)
    for concept, helped, weight in links:
        assert lexicon.near(concept)[helped] == lexicon.near(helped)[concept] == float(weight)
        assert 0 < float(weight) < 1


def test_a_term_is_found_in_any_order_within_its_window() -> None:
    lexicon = small(("breakdown", "camion en panne"))
    assert found(lexicon, "une panne de notre petit camion") == {"breakdown"}
    assert found(lexicon, "la panne d’hier soir a surpris toute équipe du camion") == set()
    assert found(lexicon, "un camion") == set()


def test_a_longer_term_silences_the_shorter_ones_it_covers_and_no_other() -> None:
    lexicon = small(("pump", "pompe"), ("heat", "pompe à chaleur"))
    assert found(lexicon, "une pompe à chaleur") == {"heat"}
    assert found(lexicon, "une pompe, et plus loin bien après elle une pompe à chaleur") == {"pump", "heat"}


def test_a_term_without_a_word_that_means_something_is_refused() -> None:
    with pytest.raises(ValueError, match="no word that carries meaning"):
        small(("nothing", "qui fait quoi"))


@pytest.mark.parametrize("typed", ["menuizerie", "mneuiserie", "menuserie"])
def test_a_mistyped_term_is_heard(typed: str) -> None:
    assert found(default_lexicon(), typed) == found(default_lexicon(), "menuiserie")


def test_a_word_that_exists_or_may_be_two_terms_is_not_taken_for_another() -> None:
    assert found(small(("a", "camionnage")), "camionnette") == set()
    assert found(small(("a", "zzbrakon"), ("b", "zzbrokan")), "zzbrakan") == set()


def test_a_long_text_says_each_idea_less_clearly() -> None:
    (clear,) = default_lexicon().mentions(tokens("menuiserie"))
    (dim,) = default_lexicon().mentions(tokens("menuiserie"), clarity=0.5)
    assert dim.strength == clear.strength / 2


def test_a_rare_word_weighs_more_than_an_everyday_one() -> None:
    assert stem_weight("scaphandr") == 3.5 > stem_weight("camion") > stem_weight("grand") > stem_weight("de") == 0.0
    assert gram_weight("_scaph"[:5]) > gram_weight("ent_")
