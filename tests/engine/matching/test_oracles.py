"""The channels against other ways to compute the same thing."""

from __future__ import annotations

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.matching.items import item, items, lists_of_items
from phares.engine.lexicon import default_lexicon, stem_weight
from phares.engine.lexicon.words import carries_matter, stem, tokens
from phares.engine.matching import Item, formula
from phares.engine.matching.asked import NOISE
from phares.engine.matching.pair import Answer, Question, text_reasons
from phares.engine.matching.reading import read
from phares.engine.matching.rows import Rows
from phares.engine.matching.structure import distance_km

LEXICON = default_lexicon()


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [
        ((0.0, 0.0), (0.0, 1.0), 111.1951),  # a degree of the equator on the mean sphere
        ((48.8566, 2.3522), (45.7640, 4.8357), 391.50),  # Paris to Lyon
        ((90.0, 0.0), (-90.0, 77.0), 20015.115),  # pole to pole: half the circumference
        ((48.9, 2.3), (48.9, 2.3), 0.0),
    ],
)
def test_distances_are_those_of_the_sphere(here: tuple[float, float], there: tuple[float, float], km: float) -> None:
    assert distance_km(*here, *there) == pytest.approx(km, rel=2e-4, abs=1e-6)


def test_a_word_saturates_as_in_bm25s_for_the_same_mean_length() -> None:
    short, long = ["camion"] + ["x"] * 9, ["camion"] * 3 + ["x"] * 27
    index = bm25s.BM25(k1=formula.SATURATION, b=formula.LENGTH_PART, dtype="float64")
    index.index([short, long], show_progress=False)
    theirs = index.get_scores(["camion"])
    ours = [formula.saturated(1, 10, formula.USUAL_WORDS), formula.saturated(3, 30, formula.USUAL_WORDS)]
    assert theirs[1] / theirs[0] == pytest.approx(ours[1] / ours[0])


def by_definition(need: str, offer: str) -> float:
    """The words channel as docs/engine/matching.md defines it, for titles alone (whose words count 1.5 times)."""
    asked = {stem(word) for word in tokens(need) if carries_matter(word)}
    said = [stem(word) for word in tokens(offer) if carries_matter(word)]
    against = formula.SATURATION * (1 - formula.LENGTH_PART + formula.LENGTH_PART * 1.5 * len(said) / 20)
    got = sum(stem_weight(one) * 1.5 * said.count(one) / (1.5 * said.count(one) + against) for one in asked & set(said))
    return formula.WORDS * got / sum(map(stem_weight, asked))


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("une remorque et des sangles", "remorque bâchée, remorque à vélo"),
        ("trois tréteaux", "tréteaux, planches et tréteaux de chantier pour un grand repas"),
        ("du houblon", "une clarinette"),
    ],
)
def test_the_words_channel_is_the_formula_of_the_document(need: str, offer: str) -> None:
    question = Question(read(item("n", need), LEXICON))
    words, _ = Rows([read(item("o", offer), LEXICON)], LEXICON)._word_parts(question)
    assert formula.WORDS * float(words[0]) == pytest.approx(by_definition(need, offer))


@settings(max_examples=40, deadline=None)
@given(items("n"), lists_of_items("o", 4))
def test_sparse_rows_and_exact_pairs_agree_to_within_the_noise(need: Item, given_: list[Item]) -> None:
    readings = [read(one, LEXICON) for one in given_]
    question = Question(read(need, LEXICON))
    rough = Rows(readings, LEXICON).text_scores(question)
    exact = [sum(reason.micro_points for reason in text_reasons(question, Answer(one), LEXICON)) for one in readings]
    assert np.all(np.abs(rough - np.array(exact, dtype=float)) < NOISE)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1439), st.integers(1, 200))
def test_the_text_channels_never_pass_their_weights(start: int, length: int) -> None:
    words = LEXICON.terms[start : start + length]
    text = " ".join(term.text for term in words[:30])
    reasons = text_reasons(Question(read(item("n", text), LEXICON)), Answer(read(item("o", text), LEXICON)), LEXICON)
    most = formula.WORDS + formula.LETTERS + formula.CONCEPTS + formula.SENSE
    assert 0 < sum(reason.points for reason in reasons) <= most
