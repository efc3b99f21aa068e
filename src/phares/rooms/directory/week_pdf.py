"""The week on one A4 page, set by typst; what does not fit is counted, never cut in silence."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from phares.rooms.commons.blocks import Block, Line
from phares.rooms.commons.days import day_words
from phares.rooms.commons.typography import french
from phares.rooms.directory.models import Pole

TEMPLATE = Path(__file__).parent / "typst" / "week.typ"
MOST_LINES = 9


class SheetNotSet(RuntimeError):
    """The typesetter warned: a sheet that is not right is not given out."""


def render(pole: Pole, day: date, sentence: str, blocks: Sequence[Block]) -> bytes:
    """Return the PDF of the week that holds `day`, from the same blocks as the page."""
    sheet = {
        "pole": french(pole.name),
        "title": _("La semaine"),
        "day": day_words(day, weekday=True),
        "sentence": french(sentence),
        "language": get_language() or "fr",
        "blocks": [_block(block) for block in blocks],
    }
    compiler = typst.Compiler(
        TEMPLATE, ignore_system_fonts=True, sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)}
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise SheetNotSet(str(warnings[0]))
    return bytes(pdf)


def _block(block: Block) -> dict[str, Any]:
    """Return a block as text: its first lines, and for each number of lines shown how the others are counted."""
    return {
        "title": french(str(block.title)),
        "lines": [_line(line) for line in block.lines[:MOST_LINES]],
        "rests": [_rest(len(block.lines) - shown) for shown in range(MOST_LINES + 1)],
    }


def _rest(others: int) -> str:
    """Return « et 3 autres »; nothing when there is none."""
    return ngettext("et %(count)d autre", "et %(count)d autres", others) % {"count": others} if others > 0 else ""


def _line(line: Line) -> dict[str, str]:
    """Return a line as text, with its day and its state."""
    pieces = [*map(str, line.pieces), day_words(line.day, weekday=True, year=False) if line.day else "", str(line.chip)]
    return {"title": french(str(line.title)), "about": french(" · ".join(filter(None, pieces)))}
