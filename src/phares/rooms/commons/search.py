"""Search text: one way to write words down for searching, the same when indexing and when asking, on any database."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


def search_words(text: str) -> list[str]:
    """Return the words of `text` in lower case, without accents and without the mark of the plural."""
    return [_singular(word) for word in _WORD.findall(plain_letters(text))]


def plain_letters(text: str) -> str:
    """Return a text in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _singular(word: str) -> str:
    """Take off the plural's mark: a final s or x, and the u of -eaux, -aux kept as they sound."""
    if len(word) > 4 and word.endswith("aux"):
        return word[:-3] + ("au" if word.endswith("eaux") else "al")
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def search_text(*texts: str) -> str:
    """Return the text to keep beside a row so that `search_words` of a question are found in it."""
    return " ".join(dict.fromkeys(word for text in texts for word in search_words(text)))


def nearest(word: str, vocabulary: Iterable[str]) -> str | None:
    """Return the word of the vocabulary that a typing error most likely meant; None where nothing is near enough.

    One letter wrong, lacking, too many or changed places with its neighbour in a word of four letters or more, two in
    one of eight or more (optimal string alignment distance); of equals, the same first letter, then the alphabet.
    """
    if len(word) < 4:
        return None
    most = 2 if len(word) >= 8 else 1
    found = process.extract(word, sorted(set(vocabulary)), scorer=OSA.distance, score_cutoff=most, limit=None)
    near = [(distance, other[:1] != word[:1], other) for other, distance, _position in found]
    return min(near)[2] if near else None


def understood(words: str, *, is_known: Callable[[str], bool], vocabulary: Callable[[str], Iterable[str]]) -> list[str]:
    """Return the words of a question, each one that is not known replaced by the nearest one that is.

    `vocabulary` is asked for the words among which to look, and only for a word that is not known.
    """
    return [word if is_known(word) else nearest(word, vocabulary(word)) or word for word in search_words(words)]
