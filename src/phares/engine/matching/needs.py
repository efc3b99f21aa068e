"""Needs read once, then asked for one offer after another: the same answers as need by need, only sooner.

It is the need that says what answers it: an offer is asked of every need, each with its own weights. Sparse rows give
the text score of all the pairs at once, to within a little noise; the best are then worked out exactly.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

from phares.engine.lexicon import Lexicon, default_lexicon, gram_weight
from phares.engine.lexicon.words import grams
from phares.engine.matching import formula
from phares.engine.matching.asked import FLOOR, NOISE, Asked, Found
from phares.engine.matching.item import Item, Refusal, Tie
from phares.engine.matching.outcome import MICRO, Match, micro
from phares.engine.matching.pair import Answer, Question
from phares.engine.matching.reading import read
from phares.engine.matching.structure import may_meet, shortfalls, strongest_ties

Floats = NDArray[np.float64]


class Needs:
    """Needs ready to be asked of an offer; reading them is the slow part and is done once."""

    def __init__(self, needs: Iterable[Item], lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or default_lexicon()
        self._questions = [Question(read(need, self._lexicon)) for need in needs]
        self._stems, self._stem_columns = _sparse([_stem_parts(one) for one in self._questions])
        self._grams, self._gram_columns = _sparse([_gram_parts(one) for one in self._questions])
        self._senses = _asked_senses([one.reading.words for one in self._questions], self._lexicon)
        self._clarity = np.fromiter((one.reading.clarity() for one in self._questions), float, len(self._questions))
        self._concepts: dict[str, tuple[list[int], list[float]]] = {}
        for place, question in enumerate(self._questions):
            for concept, weight in question.concept_weights.items():
                places, weights = self._concepts.setdefault(concept, ([], []))
                places.append(place)
                weights.append(weight)

    def answers(
        self,
        offer: Item,
        *,
        ties: Iterable[Tie] = (),
        refusals: Iterable[Refusal] = (),
        shown: Mapping[str, int] | None = None,
        top: int = 10,
    ) -> tuple[Match, ...]:
        """The needs that one offer could answer, at most `top`, best first (score, then need id): as `answerable`."""
        answer = Answer(read(offer, self._lexicon))
        levels, often = strongest_ties(ties), shown or {}
        refused = {refusal.need for refusal in refusals if refusal.offer == offer.id}
        held: list[tuple[Found, Asked]] = []
        for about, asked in self._promising(answer, levels, often, refused):
            if len(held) >= top and about + NOISE < held[top - 1][0].micro_score:
                break
            found = asked.found(answer.reading)
            if found is not None:
                held = sorted([*held, (found, asked)], key=lambda one: (-one[0].micro_score, one[1].need.id))[:top]
        return tuple(
            Match(asked.need.id, offer.id, rank, one.micro_score, one.reasons, tuple(shortfalls(asked.need, offer)))
            for rank, (one, asked) in enumerate(held, start=1)
        )

    def text_scores(self, answer: Answer) -> Floats:
        """Every need's points for words, letters, concepts and sense, in millionths."""
        words = {stem: formula.saturated(answer.stems[stem], answer.reading.length(), formula.USUAL_WORDS)
                 for stem in answer.stems if stem in self._stem_columns}  # fmt: skip
        letters = {gram: formula.saturated(answer.grams[gram], answer.reading.gram_length(), formula.USUAL_GRAMS)
                   for gram in answer.grams if gram in self._gram_columns}  # fmt: skip
        covered = _weighed(self._stems, self._stem_columns, dict.fromkeys(words, 1.0))
        parts = formula.WORDS * _weighed(self._stems, self._stem_columns, words)
        parts += formula.LETTERS * _weighed(self._grams, self._gram_columns, letters)
        meant = formula.CONCEPTS * self._concept_parts(answer) + formula.SENSE * self._sense_parts(answer)
        parts += (1.0 - covered) ** 2 * meant
        return np.asarray(parts * MICRO, dtype=np.float64)

    def _promising(
        self, answer: Answer, levels: Mapping[frozenset[str], int], shown: Mapping[str, int], refused: set[str]
    ) -> list[tuple[float, Asked]]:
        """The needs that the hard rules let stand, with their score to within the noise, greatest first."""
        offer, rough = answer.reading.item, self.text_scores(answer)
        beside = micro(formula.KIND) * (offer.kind is not None) + micro(formula.TAGS) * bool(offer.tags)
        held: list[tuple[float, Asked]] = []
        for place in np.flatnonzero(rough >= max(FLOOR - beside - NOISE, 1)).tolist():
            question = self._questions[place]
            need = question.reading.item
            if need.id not in refused and may_meet(need, offer):
                asked = Asked(question, self._lexicon, levels, shown)
                about = asked.about(offer, float(rough[place]))
                if about is not None:
                    held.append((about, asked))
        return sorted(held, key=lambda one: (-one[0], one[1].need.id))

    def _sense_parts(self, answer: Answer) -> Floats:
        senses = self._lexicon.senses
        nearness = self._senses @ senses.answering(map(self._lexicon.sense, answer.reading.words))
        above = np.maximum(0.0, nearness - formula.LEAST_NEARNESS) / (1.0 - formula.LEAST_NEARNESS)
        return np.asarray(above * self._clarity * answer.reading.clarity())

    def _concept_parts(self, answer: Answer) -> Floats:
        total = np.zeros(len(self._questions))
        if not answer.strengths:
            return total
        for concept, (places, weights) in self._concepts.items():
            near = self._lexicon.near(concept).items()
            found = [nearness * answer.strengths[name].strength for name, nearness in near if name in answer.strengths]
            if found:
                total[places] += max(found) * np.asarray(weights)
        return total


def _asked_senses(texts: Sequence[Collection[str]], lexicon: Lexicon) -> csr_matrix:
    """The senses of many needs, a row each."""
    words = [word for text in texts for word in text]
    ends = np.cumsum([0, *map(len, texts)])
    each = csr_matrix((np.ones(len(words)), np.arange(len(words)), ends), shape=(len(texts), len(words)))
    return lexicon.senses.all_asked(lexicon.senses.standing(each, list(map(lexicon.sense, words))))


def _stem_parts(question: Question) -> dict[str, float]:
    """What finding each stem brings to a need, the whole being 1."""
    return {stem: weight / question.all_stems for stem, weight in question.stem_weights.items() if question.all_stems}


def _gram_parts(question: Question) -> dict[str, float]:
    """What finding each group of letters brings to a need; one that stands in several words brings it for each."""
    parts: dict[str, float] = {}
    for word in question.words:
        for gram in set(grams(word)):
            parts[gram] = parts.get(gram, 0.0) + gram_weight(gram) / question.all_grams
    return parts


def _sparse(rows: list[dict[str, float]]) -> tuple[csc_matrix, Mapping[str, int]]:
    """One row a need, one column a stem or a group of letters."""
    names = sorted({name for row in rows for name in row})
    columns = {name: place for place, name in enumerate(names)}
    cells = [(place, columns[name], part) for place, row in enumerate(rows) for name, part in row.items()]
    at = ([cell[0] for cell in cells], [cell[1] for cell in cells])
    return csc_matrix(([cell[2] for cell in cells], at), shape=(len(rows), len(columns))), columns


def _weighed(matrix: csc_matrix, columns: Mapping[str, int], parts: Mapping[str, float]) -> Floats:
    """The sum over the columns named, each times its part."""
    if not parts:
        return np.zeros(matrix.shape[0])
    vector = np.zeros(matrix.shape[1])
    for name, part in parts.items():
        vector[columns[name]] = part
    return np.asarray(matrix @ vector)
