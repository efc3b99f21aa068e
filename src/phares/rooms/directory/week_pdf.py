"""The week on one A4 page, set by typst; what does not fit is counted, never cut in silence."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import typst
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from phares.rooms.commons.typography import french
from phares.rooms.directory.models import Pole

TEMPLATE = Path(__file__).parent / "typst" / "week.typ"
MOST_LINES = 8


class SheetNotSet(RuntimeError):
    """The typesetter warned: a sheet that is not right is not given out."""


def render(pole: Pole, day: date, blocks: list[dict[str, Any]]) -> bytes:
    """Return the PDF of the week that holds `day`, from the same blocks as the page."""
    sheet = {
        "pole": pole.name,
        "title": _("La semaine"),
        "day": date_format(day, "j F Y"),
        "language": get_language() or "fr",
        "nothing": _("Rien n’attend cette semaine."),
        "blocks": [_block(block) for block in blocks if block["lines"]],
    }
    compiler = typst.Compiler(
        TEMPLATE, ignore_system_fonts=True, sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)}
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise SheetNotSet(str(warnings[0]))
    return bytes(pdf)


def _block(block: dict[str, Any]) -> dict[str, Any]:
    """Return a block as text, its first lines and how many more there are."""
    lines = block["lines"]
    more = len(lines) - MOST_LINES
    rest = ngettext("et %(more)d autre", "et %(more)d autres", more) % {"more": more} if more > 0 else ""
    return {
        "title": french(str(block["title"])),
        "lines": [_line(line) for line in lines[:MOST_LINES]],
        "rest": rest,
    }


def _line(line: dict[str, Any]) -> dict[str, str]:
    """Return a line as text."""
    pieces = [str(piece) for piece in line["pieces"]]
    if line.get("day"):
        pieces.append(date_format(line["day"], "j F"))
    return {"title": french(str(line["title"])), "about": french(" · ".join(pieces)), "action": str(line["action"])}
