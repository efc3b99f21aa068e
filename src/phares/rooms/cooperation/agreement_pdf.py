"""The agreement on one page of paper, set by typst from the frozen words."""

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import typst
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime

from phares.rooms.cooperation.models.cooperation import Form

TEMPLATE = Path(__file__).parent / "typst" / "agreement.typ"


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
    """Return the words as the sheet prints them: days in full, the form by its name. The sheet is in French."""
    with translation.override("fr"):
        return {
            **words,
            "form": str(Form(words["form"]).label),
            "from_on": _day(words["from_on"]),
            "until_on": _day(words["until_on"]),
            "promises": [{**promise, "due_on": _day(promise["due_on"])} for promise in words["promises"]],
            "number": number,
            "written_on": date_format(localtime(written_at), "j F Y"),
        }


def _day(iso: str | None) -> str | None:
    """Return a day in full words."""
    return date_format(date.fromisoformat(iso), "j F Y") if iso else None
