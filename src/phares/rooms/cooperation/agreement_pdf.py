"""The agreement on one page of paper, set by typst from the frozen words."""

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

TEMPLATE = Path(__file__).parent / "typst" / "agreement.typ"
_UNBROKEN = re.compile(r"(\S{28})(?=\S)")
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


class DocumentNotSet(RuntimeError):
    """The typesetter warned or failed: a document that is not right is not given out."""


def sha256(pdf: bytes) -> str:
    """Return the SHA-256 of a document."""
    return hashlib.sha256(pdf).hexdigest()


def render(words: dict[str, Any], number: int, written_at: datetime) -> bytes:
    """Return the PDF of a version; the same words, number and moment give the same bytes."""
    shown = json.dumps(_shown(words, number, written_at), ensure_ascii=False)
    compiler = typst.Compiler(TEMPLATE, ignore_system_fonts=True, sys_inputs={"agreement": shown})
    pdf, warnings = compiler.compile_with_warnings(
        format="pdf", pdf_standards=["ua-1"], timestamp=int(written_at.timestamp())
    )
    if warnings:
        raise DocumentNotSet(str(warnings[0]))
    return bytes(pdf)


def _shown(words: dict[str, Any], number: int, written_at: datetime) -> dict[str, Any]:
    """Return the words as the sheet prints them, always in French: it is the text that holds."""
    with translation.override("fr"):
        shown = {
            **asdict(reading(words)),
            "number": number,
            "written_on": day_words(written_at),
            "mark": words_sha256(words)[:16],
        }
    return {name: _breakable(value) for name, value in shown.items()}


def _breakable(value: Any) -> Any:
    """Let a very long word, such as an address, go on to the next line."""
    if isinstance(value, str):
        return _UNBROKEN.sub(r"\1" + ZERO_WIDTH_SPACE, value)
    if isinstance(value, list | tuple):
        return [_breakable(one) for one in value]
    return {name: _breakable(one) for name, one in value.items()} if isinstance(value, dict) else value
