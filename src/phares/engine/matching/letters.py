"""Which words hold a group of letters: all groups of a vocabulary as sorted numbers, one being found by halving."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix

SIZES = (3, 4, 5)
EDGE = b"_"


def code(group: str) -> int:
    """A group of letters as a number: its bytes, the first one weighing most."""
    return int.from_bytes(group.encode("ascii"), "big")


class Letters:
    """The groups of letters of folded words (as `lexicon.words.grams` cuts them), and the words that hold each."""

    def __init__(self, words: Sequence[str]) -> None:
        signs = np.frombuffer("_".join(["", *words, ""]).encode("ascii"), dtype=np.uint8).astype(np.int64)
        edges = signs == EDGE[0]
        owners = np.cumsum(edges) - 1
        groups: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        for size in SIZES:
            starts = np.flatnonzero(_within_a_word(edges, size))
            codes = np.zeros(len(starts), dtype=np.int64)
            for at in range(size):
                codes = codes * 256 + signs[starts + at]
            groups.append((codes, owners[starts]))
        codes, holders = (np.concatenate(parts) for parts in zip(*groups, strict=True))
        order = np.argsort(codes)
        self._codes, self._holders = codes[order], holders[order]
        self._size = len(words)
        self.held = np.bincount(holders, minlength=self._size).astype(float)
        """How many groups each word holds."""

    def holding(self, groups: Sequence[str]) -> csc_matrix:
        """How often each word (a row) holds each of these groups (a column)."""
        asked = np.array([code(group) for group in groups], dtype=np.int64)
        first, past = (np.searchsorted(self._codes, asked, side=side) for side in ("left", "right"))
        rows = np.concatenate([self._holders[start:end] for start, end in zip(first, past, strict=True)])
        ends = np.concatenate([[0], np.cumsum(past - first)])
        return csc_matrix((np.ones(len(rows)), rows, ends), shape=(self._size, len(groups)))


def _within_a_word(edges: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Whether a group of this size that begins here has no edge of a word but at its own ends."""
    inside = np.ones(max(0, len(edges) - size + 1), dtype=bool)
    for at in range(1, size - 1):
        inside &= ~edges[at : at + len(inside)]
    return inside
