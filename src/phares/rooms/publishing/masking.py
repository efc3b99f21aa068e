"""Masking: what a reader may not know by name stands in a text as « une structure du pôle »."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

SHORTEST = 3


def _pattern(name: str) -> str:
    """Return what finds a name however its spaces and apostrophes are typed."""
    return re.sub(r"(?:\\?[ \u202f\u00a0])+", r"\\s+", re.sub(r"[’']", "[’']", re.escape(name)))


def masked(words: Any, names: Iterable[str]) -> Any:
    """Return words of any shape with each of these names replaced, the longest first."""
    hidden = sorted((name for name in names if len(name) >= SHORTEST), key=len, reverse=True)
    if not hidden:
        return words
    found = re.compile("|".join(rf"(?<!\w){_pattern(name)}(?!\w)" for name in hidden), re.IGNORECASE)
    return _replaced(words, found, _("une structure du pôle"))


def _replaced(words: Any, found: re.Pattern[str], by: str) -> Any:
    if isinstance(words, str):
        return found.sub(by, words)
    if isinstance(words, list):
        return [_replaced(one, found, by) for one in words]
    return {key: _replaced(one, found, by) for key, one in words.items()} if isinstance(words, dict) else words


def is_named(name: str, words: Any) -> bool:
    """Say whether words of any shape hold this name."""
    if len(name) < SHORTEST:
        return False
    return bool(re.search(rf"(?<!\w){_pattern(name)}(?!\w)", all_text(words), re.IGNORECASE))


def all_text(words: Any) -> str:
    """Return all the text of words of any shape."""
    if isinstance(words, dict):
        return "\n".join(all_text(one) for one in words.values())
    return "\n".join(all_text(one) for one in words) if isinstance(words, list) else str(words)
