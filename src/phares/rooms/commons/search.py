"""Search text: one way to write words down for searching, the same when indexing and when asking, on any database."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


def search_words(text: str) -> list[str]:
    """Return the words of `text` in lower case, without accents and without the mark of the plural."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return [_singular(word) for word in _WORD.findall(letters)]


def _singular(word: str) -> str:
    """Take off the plural's mark: a final s or x, and the u of -eaux, -aux kept as they sound."""
    if len(word) > 4 and word.endswith("aux"):
        return word[:-3] + ("au" if word.endswith("eaux") else "al")
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def search_text(*texts: str) -> str:
    """Return the text to keep beside a row so that `search_words` of a question are found in it."""
    return " ".join(dict.fromkeys(word for text in texts for word in search_words(text)))
