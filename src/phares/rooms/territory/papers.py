"""Papers that speak and hear without the web: poster, cards, the sheet for the door; set by typst, tagged."""

import io
import json
from pathlib import Path
from typing import Any

import segno
import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.typography import french
from phares.rooms.directory.models import Pole
from phares.rooms.territory.card_words import WORDS
from phares.rooms.territory.models.voice import Theme
from phares.rooms.territory.restitution_labels import labels_in

NO_BREAK = "\N{NO-BREAK SPACE}"
FOLDER = Path(__file__).parent / "typst"


class PaperNotSet(RuntimeError):
    """The typesetter warned: a paper that is not right is not given out."""


def set_paper(name: str, said: dict[str, Any], **files: str) -> bytes:
    """Return the PDF of one of our papers."""
    compiler = typst.Compiler(
        FOLDER / f"{name}.typ",
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(said, ensure_ascii=False), **files},
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise PaperNotSet(str(warnings[0]))
    return bytes(pdf)


def qr_code(address: str) -> str:
    """Return an address as a QR code, in SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=2, xmldecl=False)
    return drawn.getvalue().decode()


def poster(pole: Pole, languages: list[str], address: str) -> bytes:
    """Return the poster: the question in every language, the code to scan, the address to type."""
    said = {
        "pole": french(pole.name),
        "title": french(WORDS["fr"].missing),
        "language": get_language() or "fr",
        "lines": [
            {"language": code, "missing": WORDS[code].missing, "could": WORDS[code].could, "how": WORDS[code].how}
            for code in languages
        ],
        "address": address,
        "alt": _("Code à scanner avec un téléphone : il ouvre la page où l’on dit ce qui manque"),
        "foot": french(" · ".join(filter(None, [pole.address, pole.contact_phone.replace(" ", NO_BREAK)]))),
        "without": french(_("Sans téléphone : prenez une carte, appelez, ou passez nous voir.")),
    }
    return set_paper("poster", said, qr=qr_code(address))


def _sheet(code: str) -> dict[str, Any]:
    """Return a card's words in one language, its boxes too: whoever agrees to something reads what it is."""
    labels = labels_in(code)
    words = {**WORDS[code]._asdict(), "receipt": f"{WORDS[code].receipt}{labels.colon.rstrip()}"}
    return {"code": code, **words, "themes": [labels.theme(one) for one in Theme.values]}


def cards(pole: Pole, languages: list[str]) -> bytes:
    """Return sheets of four empty cards, one sheet for each language, in the order in which they are typed in."""
    said = {
        "pole": french(pole.name),
        "title": french(_("Cartes à remplir")),
        "language": get_language() or "fr",
        "sheets": [_sheet(code) for code in languages],
    }
    return set_paper("voice_cards", said)


def door_sheet(said: dict[str, Any]) -> bytes:
    """Return the A3 sheet for the door of a hall: what was said this month, what becomes of it."""
    return set_paper("door", {"language": get_language() or "fr", **said})
