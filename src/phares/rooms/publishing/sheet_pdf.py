"""The printed sheet, set by typst: tagged, PDF/UA-1, the same words as the page."""

import json
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words
from phares.rooms.commons.typography import french
from phares.rooms.publishing.queries.sheets import ShownSheet
from phares.rooms.publishing.sheet_fields import BY_CODE
from phares.rooms.publishing.sheet_text import as_blocks
from phares.rooms.publishing.templatetags.sheets import euros, sort_words

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"
SQUARE = "\N{WHITE SQUARE}"
ROUNDS, MOST_PHOTOS = 4, 3
CONTACT = ("structure_name", "structure_form", "address", "contact_phone", "contact_email", "website")
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNBROKEN = re.compile(r"([^\s/]{28}|\S{20}/)(?=\S)")
_EXOTIC = re.compile(r"[^\x20-\x7e\xa0-\u024f\u2000-\u206f\u20ac]")


class SheetNotSet(RuntimeError):
    """The typesetter warned or failed: a sheet that is not right is not given out."""


def render(shown: ShownSheet, address: str) -> bytes:
    """Return the PDF of a sheet; a sign that the fonts lack is drawn as an empty square."""
    said = json.dumps(_clean(_said(shown, address)), ensure_ascii=False)
    files = _photos(shown)
    for _round in range(ROUNDS):
        try:
            return _set(said, files)
        except typst.TypstError as error:
            lacking = _LACKING.findall(error.diagnostic)
            if not lacking:
                raise SheetNotSet(error.message) from error
            named = {_NUMBERED.sub(lambda found: chr(int(found[1], 16)), text) for text in lacking}
            signs = {sign for text in named for sign in text if not sign.isascii()}
            said = "".join(SQUARE if sign in signs else sign for sign in said)
    return _set(_EXOTIC.sub(SQUARE, said), files)


def _set(said: str, files: dict[str, bytes]) -> bytes:
    """Set the sheet in a folder of its own, where its photos lie beside it; a warning is a failure."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"sheet.typ": TEMPLATE.read_bytes(), **files}.items():
            (Path(folder) / name).write_bytes(content)
        compiler = typst.Compiler(
            Path(folder) / "sheet.typ", root=folder, ignore_system_fonts=True, sys_inputs={"sheet": said}
        )
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise SheetNotSet(str(warnings[0]))
    return bytes(pdf)


def _photos(shown: ShownSheet) -> dict[str, bytes]:
    """Return the images that may be shown, by the name that the sheet calls them."""
    files = {}
    for photo in shown.photos[:MOST_PHOTOS]:
        if photo.is_shown and photo.image is not None:
            with photo.image.file.open("rb") as file:
                files[f"photo-{photo.pk}.jpg"] = file.read()
    return files


def _said(shown: ShownSheet, address: str) -> dict[str, Any]:
    """Return what the sheet prints."""
    words, sheet = shown.words, shown.sheet
    about = [words["kind"] or _("Fiche d’expérience"), words["number"], _day(words["dated_on"])]
    return {
        "language": get_language() or "fr",
        "title": words["title"],
        "over": words["over_title"],
        "about": " · ".join(filter(None, about)),
        "archive": (_("fiche de %(year)s") % {"year": shown.archive_year}) if shown.archive_year else "",
        "publisher": sheet.publisher.name,
        "lead": as_blocks(words["lead"], under=1),
        "words": ", ".join([*words["keywords"], *(f"#{tag}" for tag in words["tags"])]),
        "sections": [{"title": str(one["label"]), "blocks": as_blocks(one["text"])} for one in shown.sections],
        "partners_title": str(BY_CODE["partners"].label),
        "partners": [[row["name"], sort_words(row["sort"]), row["role"]] for row in shown.partners],
        "supporters_title": _("Avec le soutien de"),
        "supporters": [[row["name"], "", row["role"]] for row in shown.supporters],
        "results_title": str(BY_CODE["results"].label),
        "results": [[row["figure"], row["what"], _source(row)] for row in words["results"]],
        "money_title": str(BY_CODE["money"].label),
        "money": [[row["year"], row["funder"], euros(row["cents"])] for row in words["money"]],
        "money_head": [_("Année"), _("Qui paie"), _("Montant")],
        "quotes": [[row["words"], row["who"]] for row in words["quotes"]],
        "links_title": str(BY_CODE["links"].label),
        "links": [[row["label"], row["url"]] for row in words["links"]],
        "photos": [_photo(photo) for photo in shown.photos[:MOST_PHOTOS]],
        "lost": _("photo à retrouver"),
        "contact_title": _("Contact"),
        "contact": [words[code] for code in CONTACT if words[code]],
        "foot": " · ".join(
            filter(
                None,
                [
                    _("Publié par %(name)s") % {"name": sheet.publisher.name},
                    _("écrit par %(name)s") % {"name": words["author"]}
                    if words["author"] not in {"", sheet.publisher.name}
                    else "",
                    _("version %(number)s") % {"number": shown.number} if shown.number else _("brouillon"),
                    words["licence"],
                ],
            )
        ),
        "address": address,
        "source": sheet.source_url,
        "source_title": _("Adresse d’origine :"),
    }


def _photo(photo: Any) -> dict[str, str]:
    credit = _("photo : %(credit)s") % {"credit": photo.credit} if photo.credit else ""
    return {
        "file": f"photo-{photo.pk}.jpg" if photo.is_shown else "",
        "alt": photo.description or photo.caption,
        "caption": photo.caption,
        "credit": credit,
    }


def _day(iso: str) -> str:
    """Return a day written in numbers as one says it."""
    return day_words(date.fromisoformat(iso)) if iso else ""


def _source(row: dict[str, str]) -> str:
    return ", ".join(filter(None, [row["source"], _day(row["on"])]))


def _clean(value: Any) -> Any:
    """Return texts as French prints them, very long words cut where a line may end."""
    if isinstance(value, str):
        return french(_UNBROKEN.sub("\\1\N{ZERO WIDTH SPACE}", _CONTROL.sub(SQUARE, value)))
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {key: one if key in {"file", "language"} else _clean(one) for key, one in value.items()}
    return value
