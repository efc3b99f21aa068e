"""Hears a mistyped word of the lexicon: one letter lost, added, changed or swapped, and only one word it can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from phares.engine.lexicon.rarity import is_rare

SHORTEST = 6
"""A shorter stem has too many neighbours."""


class Hearing:
    """Stems that are known, and which of them an unknown one was meant to be."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._heard: dict[str, str] = {}

    def meant(self, stem: str) -> str:
        """The known stem that a mistyped one stands for; itself when it is a word, known here or in ordinary French."""
        if stem in self._known:
            return stem
        if stem not in self._heard:
            self._heard[stem] = self._guess(stem) if len(stem) >= SHORTEST and is_rare(stem) else stem
        return self._heard[stem]

    def _guess(self, stem: str) -> str:
        alike = self._by_beginning.get(stem[0], ())
        close = process.extract(stem, alike, scorer=OSA.distance, score_cutoff=1, limit=2)
        return str(close[0][0]) if len(close) == 1 else stem

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """The known stems by their first letter, which people hardly ever mistype."""
        found: dict[str, list[str]] = defaultdict(list)
        for stem in sorted(self._known):
            if len(stem) >= SHORTEST:
                found[stem[0]].append(stem)
        return dict(found)
