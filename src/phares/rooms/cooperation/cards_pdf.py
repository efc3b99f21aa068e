"""Paper cards, four on a sheet, in the order in which they are typed in."""

import json
from pathlib import Path

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.typography import french
from phares.rooms.cooperation.models.item import Exchange, Kind, Side
from phares.rooms.directory.models import Pole

TEMPLATE = Path(__file__).parent / "typst" / "cards.typ"


class CardsNotSet(RuntimeError):
    """The typesetter warned: a sheet that is not right is not given out."""


def render(pole: Pole) -> bytes:
    """Return the PDF of one sheet of four empty cards."""
    sheet = {
        "pole": french(pole.name),
        "title": _("Un besoin, ou une offre"),
        "language": get_language() or "fr",
        "sides": [str(label) for label in Side.labels],
        "who": _("Qui (structure, groupe, ou prénom)"),
        "sentence": _("En une phrase, comme à une voisine ou à un voisin"),
        "kind": _("C’est plutôt"),
        "kinds": [str(label) for label in Kind.labels],
        "how_much": _("Combien (un nombre et une unité)"),
        "when": _("Quand"),
        "place": _("Où"),
        "exchange": _("En échange"),
        "exchanges": [str(label) for label in Exchange.labels],
        "said_by": _("Dit par"),
        "promise": french(
            _("Noté dans l’outil du pôle : vous le relisez et le retirez quand vous voulez. Rien n’est vendu.")
        ),
    }
    compiler = typst.Compiler(
        TEMPLATE, ignore_system_fonts=True, sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)}
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise CardsNotSet(str(warnings[0]))
    return bytes(pdf)
