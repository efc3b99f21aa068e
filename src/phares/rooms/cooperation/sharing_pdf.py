"""What a structure shares and pays over a year, on one A4 page, set by typst."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words, period_words
from phares.rooms.commons.typography import french
from phares.rooms.cooperation import sharing_words
from phares.rooms.cooperation.queries.shared_means import OwnLine
from phares.rooms.directory.models import Pole
from phares.rooms.directory.models.held import Holder

TEMPLATE = Path(__file__).parent / "typst" / "sharing.typ"
MOST_LINES = 40


class SheetNotSet(RuntimeError):
    """The typesetter warned: a sheet that is not right is not given out."""


def render(pole: Pole, holder: Holder, year: int, today: date, lines: Sequence[OwnLine]) -> bytes:
    """Return the PDF; the same lines as the page, with formula and inputs, and their sum."""
    sheet = {
        "pole": french(pole.name),
        "holder": french(str(holder)),
        "title": _("Ce que nous partageons et payons en %(year)d") % {"year": year},
        "day": _("Édité le %(day)s") % {"day": day_words(today)},
        "language": get_language() or "fr",
        "heads": [_("Ce qui est partagé"), _("Coût"), _("Notre part, et comment elle est calculée"), _("Nous payons")],
        "lines": [_line(line) for line in lines[:MOST_LINES]],
        "rest": _("et %(count)d autres, comptés dans la somme") % {"count": len(lines) - MOST_LINES}
        if len(lines) > MOST_LINES
        else "",
        "total_label": _("Somme"),
        "total": sharing_words.euros(sum(line.mine.cents for line in lines)),
        "note": _(
            "Chaque montant est calculé en fractions exactes, puis arrondi une seule fois au centime : "
            "les parts font toujours le tout. Un compte clos ne bouge plus ; "
            "un compte ouvert montre ce que chacun paierait aujourd’hui."
        ),
    }
    compiler = typst.Compiler(
        TEMPLATE, ignore_system_fonts=True, sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)}
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise SheetNotSet(str(warnings[0]))
    return bytes(pdf)


def _line(line: OwnLine) -> dict[str, Any]:
    account, key = line.shown.account, line.shown.key
    users = ", ".join(one.name for one in line.shown.lines)
    return {
        "title": french(line.means.title),
        "about": french(
            " · ".join(
                [
                    line.means.cooperation.title,
                    period_words(account.from_on, account.until_on),
                    _("avec %(users)s") % {"users": users},
                    _("compte clos") if line.shown.is_closed else _("compte ouvert"),
                ]
            )
        ),
        "cost": sharing_words.euros(account.amount_cents),
        "key": french(sharing_words.key_words(key.parts.all())) if key is not None else "",
        "formula": french(sharing_words.formula(line.mine.inputs, line.mine.cents)),
        "cents": sharing_words.euros(line.mine.cents),
    }
