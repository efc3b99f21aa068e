"""Which letters the bytes of a text file stand for: UTF-8 with or without its mark, Windows, or an old Mac."""

import codecs
import re

from phares.rooms.commons.tables.sheet import EncodingUnknown, NotATable, TableCut

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_USUAL = re.compile("[éèêëàâîïôùûçœÉÈÊÀÇÔÎŒæ’‘“”«»–—…°²€\u00a0]")
_LETTER = re.compile(r"[^\W\d_]")
# What no text file holds: a file with one of these is of another kind.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding; raise where no encoding gives words."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return _text(_strictly(content, encoding)), encoding
    try:
        return _text(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        if error.end >= len(content) and error.reason == "unexpected end of data" and error.start > 0:
            raise TableCut from error
        return _of_before_unicode(content)


def _strictly(content: bytes, encoding: str) -> str:
    """Return the text that a marked file announces; where it does not hold to it, it was cut or mixed."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise (TableCut if error.end >= len(content) - 3 else EncodingUnknown) from error


def _of_before_unicode(content: bytes) -> tuple[str, str]:
    """Choose between Windows and Mac by the letters that French uses; refuse where neither gives them.

    The same byte is an e with its accent on one and a Z with a caron on the other: of the two readings, the one with
    more of the signs that French really uses is right; a file with many signs that it never uses is in neither.
    """
    readings = {}
    for encoding in ("cp1252", "mac_roman"):
        text = content.decode(encoding, errors="replace")
        strange = [sign for sign in text if ord(sign) > 127]
        usual = len(_USUAL.findall(text))
        readings[encoding] = (2 * usual - len(strange) - 5 * text.count("\ufffd"), text)
    encoding = max(readings, key=lambda name: (readings[name][0], name == "cp1252"))
    score, text = readings[encoding]
    if score < 0 or "Ã©" in text or "Ã¨" in text:
        raise EncodingUnknown
    return _text(text), encoding


def _text(text: str) -> str:
    """Return a text that is one; raise for the bytes of a picture or a program."""
    if _NOT_TEXT.search(text):
        raise NotATable
    if text.strip() and not _LETTER.search(text):
        raise NotATable
    return text
