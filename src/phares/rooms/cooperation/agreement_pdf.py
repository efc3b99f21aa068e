"""The agreement on paper, on one page but for a large group, set by typst from the frozen words."""

import hashlib
import json
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from django.utils import translation

from phares.rooms.commons.days import day_words
from phares.rooms.cooperation.agreement_words import reading, words_sha256
from phares.rooms.cooperation.drafting import PAGE_PARTIES, PAGE_PROMISES

TEMPLATE = Path(__file__).parent / "typst" / "agreement.typ"
SQUARE = "\N{WHITE SQUARE}"
ROUNDS = 3
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
_EXOTIC = re.compile(r"[^\x20-\x7e\xa0-\u024f\u2000-\u206f\u20ac]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_VISIBLE = re.compile(r"[^\W_]|[^\w\s\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
MOST_LINES = 12
_UNBROKEN = re.compile(r"(\S{28})(?=\S)")
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


class DocumentNotSet(RuntimeError):
    """The typesetter warned or failed: a document that is not right is not given out."""


def sha256(pdf: bytes) -> str:
    """Return the SHA-256 of a document."""
    return hashlib.sha256(pdf).hexdigest()


def render(words: dict[str, Any], number: int, written_at: datetime) -> bytes:
    """Return the PDF of a version; the same words, number and moment give the same bytes.

    The fonts inside the typesetter know most alphabets, not every sign: one that they lack is drawn as an empty square.
    """
    shown = json.dumps(_shown(words, number, written_at), ensure_ascii=False)
    for _round in range(ROUNDS):
        try:
            return _set(shown, written_at)
        except typst.TypstError as error:
            lacking = _LACKING.findall(error.diagnostic)
            if not lacking:
                raise DocumentNotSet(error.message) from error
            shown = _without(shown, lacking)
    return _set(_EXOTIC.sub(SQUARE, shown), written_at)


def _set(shown: str, written_at: datetime) -> bytes:
    """Set the sheet from its data; a warning is a failure."""
    compiler = typst.Compiler(TEMPLATE, ignore_system_fonts=True, sys_inputs={"agreement": shown})
    pdf, warnings = compiler.compile_with_warnings(
        format="pdf", pdf_standards=["ua-1"], timestamp=int(written_at.timestamp())
    )
    if warnings:
        raise DocumentNotSet(str(warnings[0]))
    return b"".join(pdf) if isinstance(pdf, list) else bytes(pdf or b"")


def _without(shown: str, lacking: list[str]) -> str:
    """Draw a square for each sign that the fonts lack; the typesetter names some of them by their number."""
    named = {_NUMBERED.sub(lambda found: chr(int(found[1], 16)), text) for text in lacking}
    signs = {sign for text in named for sign in text if not sign.isascii()}
    return "".join(SQUARE if sign in signs else sign for sign in shown)


def _shown(words: dict[str, Any], number: int, written_at: datetime) -> dict[str, Any]:
    """Return the words as the sheet prints them, always in French: it is the text that holds."""
    with translation.override("fr"):
        shown = {
            **asdict(reading(words)),
            "number": number,
            "written_on": day_words(written_at),
            "mark": words_sha256(words)[:16],
            "goes_on": len(words["parties"]) > PAGE_PARTIES or len(words["promises"]) > PAGE_PROMISES,
        }
    sheet = {name: _breakable(value) for name, value in shown.items()}
    return {**sheet, "title": sheet["title"] if _VISIBLE.search(sheet["title"]) else SQUARE}


def _breakable(value: Any) -> Any:
    """Let a very long word, such as an address, go on to the next line, and a very long list run on."""
    if isinstance(value, str):
        lines = [line for line in value.splitlines() if line.strip()]
        text = ("\n" if len(lines) <= MOST_LINES else " ").join(_CONTROL.sub(SQUARE, line) for line in lines)
        return _UNBROKEN.sub(r"\1" + ZERO_WIDTH_SPACE, text)
    if isinstance(value, list | tuple):
        return [_breakable(one) for one in value]
    return {name: _breakable(one) for name, one in value.items()} if isinstance(value, dict) else value
