"""The sense of words by the company they keep in the lexicon: explicit semantic analysis, the concepts being the axes.

Each stem that stands in terms has a profile: the part of its terms that each concept has, times how rare the stem is
(Gabrilovich, Markovitch 2007, a concept's terms being its text). A text's sense is the sum of its stems' profiles, each
stem once, brought to length one. What answers is read with what the concepts help, so that two texts are near when the
one speaks of what the other needs; their nearness is the cosine, 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from phares.engine.lexicon.rarity import stem_weight
from phares.engine.lexicon.term import Read

Floats = NDArray[np.float64]


class Senses:
    """The profiles of all the stems of a lexicon, as rows: what each asks for, and what each answers."""

    def __init__(self, read: Iterable[Read], near: Mapping[str, Mapping[str, float]]) -> None:
        axes = {name: place for place, name in enumerate(sorted(near))}
        self._places: dict[str, int] = {}
        held: list[tuple[int, int, float]] = []
        for one in read:
            worth = one.term.weight / len(one.stems) ** 0.5
            for stem in set(one.stems):
                place = self._places.setdefault(stem, len(self._places))
                held.append((place, axes[one.term.concept], worth))
        rows, columns, worths = zip(*held, strict=True) if held else ((), (), ())
        standing = csr_matrix((worths, (rows, columns)), shape=(len(self._places), len(axes)))
        whole = np.asarray(standing.sum(axis=1)).ravel()
        rarity = np.fromiter(map(stem_weight, self._places), float, len(self._places))
        links = [(axes[one], axes[two], part) for one, helped in near.items() for two, part in helped.items()]
        from_, to, parts = zip(*links, strict=True) if links else ((), (), ())
        self._asks = (diags(rarity / whole) @ standing).tocsr()
        self._answers = (self._asks @ csr_matrix((parts, (from_, to)), shape=(len(axes), len(axes)))).tocsr()

    def place(self, stem: str) -> int:
        """The row of a stem, or -1 when it stands in no term."""
        return self._places.get(stem, -1)

    def asked(self, places: Iterable[int]) -> Floats:
        """The sense of a text as a need, from the places of its words."""
        return _unit(_summed(self._asks, _each_once(places)))

    def answering(self, places: Iterable[int]) -> Floats:
        """The sense of a text as an offer, from the places of its words."""
        return _unit(_summed(self._answers, _each_once(places)))

    def all_asked(self, standing: csr_matrix) -> csr_matrix:
        """The senses of many texts as needs, a row each, from the rows that say which places stand in each."""
        return _rows_of_one(standing @ self._asks)

    def all_answering(self, standing: csr_matrix) -> csr_matrix:
        """The senses of many texts as offers, a row each, from the rows that say which places stand in each."""
        return _rows_of_one(standing @ self._answers)

    def standing(self, texts: csr_matrix, places: Sequence[int]) -> csr_matrix:
        """Which places stand in each text, each once, from its words (columns) and the place of each word."""
        at = np.asarray(places, dtype=np.int32)[texts.indices] if len(places) else texts.indices
        ends = np.concatenate([[0], np.cumsum(at >= 0)])[texts.indptr]
        at = at[at >= 0]
        found = csr_matrix((np.ones(len(at)), at, ends), shape=(texts.shape[0], len(self._places)))
        found.sum_duplicates()
        found.data = np.ones_like(found.data)
        return found

    def between(self, asked: Sequence[int], answering: Sequence[int]) -> Floats:
        """How near each stem of a need (a row) is to each stem of an offer (a column), by the rarity of both."""
        left = np.array([_summed(self._asks, (place,)) for place in asked])
        right = np.array([_summed(self._answers, (place,)) for place in answering])
        return np.asarray(left @ right.T)

    def alike(self, asked: Sequence[int], answering: Sequence[int]) -> Floats:
        """How much each stem of a need and each stem of an offer are about the same things: the cosine, 0 to 1."""
        left = np.array([_unit(_summed(self._asks, (place,))) for place in asked])
        right = np.array([_unit(_summed(self._answers, (place,))) for place in answering])
        return np.asarray(left @ right.T)


def _summed(profiles: csr_matrix, places: Sequence[int]) -> Floats:
    total = np.zeros(profiles.shape[1])
    for place in places:
        start, end = profiles.indptr[place], profiles.indptr[place + 1]
        total[profiles.indices[start:end]] += profiles.data[start:end]
    return total


def _unit(vector: Floats) -> Floats:
    length = float(np.sqrt(vector @ vector))
    return vector / length if length else vector


def _each_once(places: Iterable[int]) -> list[int]:
    return sorted({place for place in places if place >= 0})


def _rows_of_one(matrix: csr_matrix) -> csr_matrix:
    """The matrix with each row brought to length one; an empty row stays empty."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    lengths = np.sqrt(np.bincount(rows, matrix.data**2, minlength=matrix.shape[0]))
    matrix.data = matrix.data / lengths[rows]
    return matrix
