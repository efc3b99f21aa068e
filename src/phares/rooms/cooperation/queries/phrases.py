"""The words that two texts share, as one would say them: where they stand side by side in both, they are one phrase."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from phares.engine.lexicon.words import GRAMMAR, LINKS, fold, stem

_WORD = re.compile(r"[^\W_]+")
_DENIES = GRAMMAR - LINKS
_TIES = frozenset({" ", "-", "\N{NON-BREAKING HYPHEN}", "\N{NO-BREAK SPACE}"})
_HYPHENS = frozenset({"-", "\N{NON-BREAKING HYPHEN}"})


def phrases(words: Iterable[str], asked: str, said: str) -> list[str]:
    """Return the folded words as the text that asks writes them, in its order, and those that it does not write last.

    A word of grammar stays with its neighbour where a hyphen ties them ("rendez-vous") or where it denies what
    follows ("hors service"), if both texts say so.
    """
    left = dict.fromkeys(words)
    kept: list[tuple[int, str]] = []
    runs = sorted(_runs(frozenset(left), asked, said), key=lambda run: (-len(run[2]), run[0]))
    for start, end, shared in runs:
        if not shared.isdisjoint(left):
            kept.append((start, asked[start:end].lower()))
            left = {word: None for word in left if word not in shared}
    return [*(phrase for _, phrase in sorted(kept)), *left]


def _runs(words: frozenset[str], asked: str, said: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Each longest row of shared words that both texts say side by side: where it starts and ends, and its words."""
    together = set(pairwise(stem(fold(word)) for word in _WORD.findall(said)))
    row: list[re.Match[str]] = []
    for one in _WORD.finditer(asked):
        if row and not _side_by_side(row[-1], one, words, together):
            yield from _run(row, words)
            row = []
        row.append(one)
    yield from _run(row, words)


def _run(row: list[re.Match[str]], words: frozenset[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    shared = words & {fold(one.group()) for one in row}
    if shared:
        yield row[0].start(), row[-1].end(), shared


def _side_by_side(
    one: re.Match[str], after: re.Match[str], words: frozenset[str], together: set[tuple[str, str]]
) -> bool:
    """Whether two words that follow each other here do so in the other text too, and belong together."""
    first, second, between = fold(one.group()), fold(after.group()), one.string[one.end() : after.start()]
    if between not in _TIES or (stem(first), stem(second)) not in together:
        return False
    tied = between in _HYPHENS and {first, second} <= words | GRAMMAR
    return {first, second} <= words or tied or (first in _DENIES and second in words)
