"""French typography: no sign is left alone at the start of a line, apostrophes are real."""

import re

NARROW = "\N{NARROW NO-BREAK SPACE}"
_BEFORE_SIGN = re.compile(r"(?<=\S)[ \N{NO-BREAK SPACE}]+(?=[;:!?»€]|%(?!\())")
_AFTER_QUOTE = re.compile(r"«[ \N{NO-BREAK SPACE}]*(?=\S)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=\w)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")


def french(text: str) -> str:
    """Return `text` with narrow no-break spaces around French signs and real apostrophes; idempotent."""
    text = _BEFORE_SIGN.sub(NARROW, text)
    text = _AFTER_QUOTE.sub("«" + NARROW, text)
    text = _THOUSANDS.sub(NARROW, text)
    return _APOSTROPHE.sub("’", text)
