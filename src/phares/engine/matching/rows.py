"""The text channels as sparse rows: words, letters and concepts of one need against every offer at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

from phares.engine.lexicon import Lexicon, gram_weight
from phares.engine.lexicon.words import grams, stem
from phares.engine.matching import formula
from phares.engine.matching.letters import Letters
from phares.engine.matching.outcome import MICRO
from phares.engine.matching.pair import Question
from phares.engine.matching.reading import Reading

Floats = NDArray[np.float64]


class Rows:
    """One row an offer; `text_scores` answers in millionths, to within the noise of floating sums."""

    def __init__(self, readings: Sequence[Reading], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._size = len(readings)
        self._columns = _numbered()
        counts: list[float] = []
        columns: list[int] = []
        ends = [0]
        for reading in readings:
            columns.extend(map(self._columns.__getitem__, reading.words))
            counts.extend(reading.words.values())
            ends.append(len(columns))
        self._columns.default_factory = None
        self._words = csr_matrix((counts, columns, ends), shape=(self._size, len(self._columns)))
        self._word_length = np.asarray(self._words.sum(axis=1)).ravel()
        self._stems: dict[str, list[int]] = {}
        for word, column in self._columns.items():
            self._stems.setdefault(stem(word), []).append(column)
        self._letters = Letters(tuple(self._columns))
        self._gram_length = self._words @ self._letters.held
        places = list(map(lexicon.sense, self._columns))
        self._senses = lexicon.senses.all_answering(lexicon.senses.standing(self._words, places))
        self._clarity = np.fromiter((reading.clarity() for reading in readings), float, self._size)
        self._concepts = self._concept_strengths(readings)

    def text_scores(self, question: Question, *, senses: bool = True) -> Floats:
        """Every offer's points for words, letters, concepts and, unless told otherwise, sense."""
        words, covered = self._word_parts(question)
        letters = self._letter_parts(question)
        meant = formula.CONCEPTS * self._concept_parts(question)
        if senses:
            meant += formula.SENSE * self._sense_parts(question)
        parts = formula.WORDS * words + formula.LETTERS * letters + (1.0 - covered) ** 2 * meant
        return np.asarray(parts * MICRO, dtype=np.float64)

    def _word_parts(self, question: Question) -> tuple[Floats, Floats]:
        weights = {held: weight for held, weight in question.stem_weights.items() if held in self._stems}
        if not weights or not question.all_stems:
            return np.zeros(self._size), np.zeros(self._size)
        vector = np.array(list(weights.values())) / question.all_stems
        found = self._words @ self._saying(weights)
        saturated = _saturated(found, self._word_length, formula.USUAL_WORDS)
        found.data = np.ones_like(found.data)
        return saturated @ vector, found @ vector

    def _letter_parts(self, question: Question) -> Floats:
        weights: dict[str, float] = {}
        for word in question.words:
            for gram in set(grams(word)):
                weights[gram] = weights.get(gram, 0.0) + gram_weight(gram)
        if not weights:
            return np.zeros(self._size)
        vector = np.array(list(weights.values())) / question.all_grams
        found = self._words @ self._letters.holding(tuple(weights))
        return np.asarray(_saturated(found, self._gram_length, formula.USUAL_GRAMS) @ vector)

    def _saying(self, stems: Iterable[str]) -> csc_matrix:
        """Which words (rows) have each of these stems (columns)."""
        held = [self._stems[one] for one in stems]
        rows, ends = list(chain.from_iterable(held)), list(accumulate(map(len, held), initial=0))
        return csc_matrix((np.ones(len(rows)), rows, ends), shape=(len(self._columns), len(held)))

    def _sense_parts(self, question: Question) -> Floats:
        senses = self._lexicon.senses
        nearness = self._senses @ senses.asked(map(self._lexicon.sense, question.reading.words))
        above = np.maximum(0.0, nearness - formula.LEAST_NEARNESS) / (1.0 - formula.LEAST_NEARNESS)
        return np.asarray(above * self._clarity * question.reading.clarity())

    def _concept_strengths(self, readings: Sequence[Reading]) -> dict[str, tuple[list[int], list[float]]]:
        held: dict[str, tuple[list[int], list[float]]] = {}
        for place, reading in enumerate(readings):
            for mention in reading.mentions:
                places, strengths = held.setdefault(mention.concept, ([], []))
                places.append(place)
                strengths.append(mention.strength)
        return held

    def _concept_parts(self, question: Question) -> Floats:
        total = np.zeros(self._size)
        for mention in question.reading.mentions:
            best = np.zeros(self._size)
            for name, nearness in self._lexicon.near(mention.concept).items():
                places, strengths = self._concepts.get(name, ((), ()))
                if places:
                    best[places] = np.maximum(best[places], nearness * np.asarray(strengths))
            total += question.concept_weights[mention.concept] * best
        return total


def _numbered() -> defaultdict[str, int]:
    """A dictionary that gives each new key the next number."""
    numbers: defaultdict[str, int] = defaultdict(int)
    numbers.default_factory = numbers.__len__
    return numbers


def _saturated(found: csr_matrix, lengths: Floats, usual: float) -> csr_matrix:
    rows = found.tocsr()
    against = np.repeat(lengths, np.diff(rows.indptr))
    part = formula.LENGTH_PART
    data = rows.data / (rows.data + formula.SATURATION * (1.0 - part + part * against / usual))
    return csr_matrix((data, rows.indices, rows.indptr), shape=rows.shape)
