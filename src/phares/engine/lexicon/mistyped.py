"""Hears a mistyped word of the lexicon: one letter lost, added, changed or swapped, and only one word it can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

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
        near = {other for cut in (stem, *_shortened(stem)) for other in self._by_cut.get(cut, ())}
        close = {other for other in near if abs(len(other) - len(stem)) <= 1}
        return close.pop() if len(close) == 1 else stem

    @cached_property
    def _by_cut(self) -> dict[str, set[str]]:
        """The known stems by themselves and by what remains of them when one letter is lost."""
        found: dict[str, set[str]] = defaultdict(set)
        for stem in self._known:
            if len(stem) >= SHORTEST:
                for cut in (stem, *_shortened(stem)):
                    found[cut].add(stem)
        return dict(found)


def _shortened(stem: str) -> Iterable[str]:
    return (stem[:at] + stem[at + 1 :] for at in range(len(stem)))
