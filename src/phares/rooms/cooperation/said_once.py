"""Reasons as a card says them: no word twice, no pair beside its reverse, no idea that only repeats a word. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from phares.rooms.commons.search import search_words

Facts = Mapping[str, Any]
MOST_PAIRS = 2
SAME_BEGINNING = 5


def said_once(reasons: Sequence[Facts]) -> list[Facts]:
    """Return the reasons without what another of them says already; the page of the match still tells them whole.

    The words that both use are said first of all. Of the pairs, those stay in which no word comes a second time.
    """
    shared = [word for one in reasons for word in one.get("words", ())]
    told = (_without_repeats(one, shared) for one in reasons)
    return [one for one in told if one is not None]


def _without_repeats(one: Facts, shared: Sequence[str]) -> Facts | None:
    """Return a reason without what is said already; nothing where nothing is left of it."""
    if "words" in one:
        return {**one, "words": _apart(one["words"])}
    if "pairs" in one:
        pairs = _pairs(one["pairs"], shared)
        return {**one, "pairs": pairs} if pairs else None
    if one["code"] == "same_idea" and not one.get("through") and _is_same(one["need_term"], one["offer_term"]):
        words = search_words(one["need_term"])
        return None if words and all(_is_among(word, shared) for word in words) else one
    return one


def _apart(words: Iterable[str]) -> list[str]:
    """Return the words of which none is another with a longer ending."""
    kept: list[str] = []
    for word in words:
        if not _is_among(word, kept):
            kept.append(word)
    return kept


def _pairs(pairs: Iterable[Sequence[str]], shared: Sequence[str]) -> list[Sequence[str]]:
    """Return the first pairs that bring something: not two words that both use, no word of an earlier pair."""
    kept: list[Sequence[str]] = []
    for pair in pairs:
        before = [word for each in kept for word in each]
        both_use = all(_is_among(word, shared) for word in pair)
        if not both_use and not any(_is_among(word, before) for word in pair):
            kept.append(pair)
    return kept[:MOST_PAIRS]


def _is_among(word: str, words: Iterable[str]) -> bool:
    return any(_is_same(word, other) for other in words)


def _is_same(one: str, other: str) -> bool:
    """Say whether two words are one but for accents, plural or a longer ending."""
    first, second = sorted((" ".join(search_words(one)), " ".join(search_words(other))), key=len)
    return first == second or (len(first) >= SAME_BEGINNING and second.startswith(first))
