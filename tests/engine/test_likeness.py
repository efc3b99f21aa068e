"""Texts that say nearly the same share a sign; texts that do not hardly ever do."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from phares.engine.likeness import BANDS, signs_of

WORDS = """
banc arret bus vieux quai enfant mercredi ecole arbre ombre velo cave outil papier mairie guichet attente
legume panier marche jeudi tour ascenseur panne samedi reparer jardin eau fontaine place lumiere soir travail creche
garde salle fete musique bruit voisin poubelle tri compost loyer chauffage fenetre medecin dentiste pharmacie gare
""".split()

KNOWN = 357075076507614748


@given(st.text(max_size=200))
def test_a_text_has_a_few_signs_always_the_same_and_blanks_do_not_count(text: str) -> None:
    signs = signs_of(text)
    assert len(signs) <= BANDS
    assert signs == signs_of(f"  {text}\n")
    assert all(0 <= sign < 2**61 for sign in signs)
    assert bool(signs) == bool(text.split())


@given(st.permutations(WORDS).map(lambda words: words[:10]), st.sampled_from(WORDS))
def test_one_word_changed_of_ten_is_found_nearly_always(words: list[str], other: str) -> None:
    changed = [*words[:-1], other]
    assert signs_of(" ".join(words)) & signs_of(" ".join(changed))


def test_texts_without_a_word_in_common_hardly_ever_meet() -> None:
    texts = [" ".join(WORDS[place : place + 6]) for place in range(0, 48, 6)]
    met = [bool(signs_of(one) & signs_of(other)) for one, other in pairwise(texts)]
    assert sum(met) == 0


def test_a_known_text_keeps_its_signs_from_one_version_to_the_next() -> None:
    assert min(signs_of("un banc au soleil")) == KNOWN
