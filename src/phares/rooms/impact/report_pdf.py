"""The printed report: two sides set by typst, tagged, PDF/UA-1, the same words and numbers as the page."""

import json
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words, period_words
from phares.rooms.commons.typography import french
from phares.rooms.directory.models import Pole
from phares.rooms.impact.models import Result
from phares.rooms.impact.templatetags import figures

TEMPLATE = Path(__file__).parent / "typst" / "report.typ"
MOST_PHOTOS, MOST_RESULTS, LONGEST = 3, 12, 420
EXOTIC_FROM = 0x2C00
SPACES = "\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
"""From here on, signs that the fonts of the sheet do not have are drawn as a square."""


class ReportNotSet(RuntimeError):
    """The typesetter warned or failed: a report that is not right is not given out."""


def render(words: dict[str, Any], pole: Pole, address: str) -> bytes:
    """Return the PDF of a report."""
    photos = _photos(words, pole)
    said = json.dumps(_clean(_said(words, pole, address, photos)), ensure_ascii=False)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "report.typ").write_bytes(TEMPLATE.read_bytes())
        for name, _result, content in photos:
            (Path(folder) / name).write_bytes(content)
        compiler = typst.Compiler(
            Path(folder) / "report.typ", root=folder, ignore_system_fonts=True, sys_inputs={"report": said}
        )
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
    if warnings:
        raise ReportNotSet(str(warnings[0]))
    return bytes(pdf)


def _photos(words: dict[str, Any], pole: Pole) -> list[tuple[str, dict[str, Any], bytes]]:
    """Return the first photos of the results, each with its result."""
    told = {one["number"]: one for line in words["lines"] for one in line["results"] if one["has_picture"]}
    found = Result.objects.filter(pole=pole, number__in=told, picture__isnull=False).select_related("picture")
    photos = []
    for result in found.order_by("number")[:MOST_PHOTOS]:
        if result.picture is not None:
            with result.picture.file.open("rb") as file:
                photos.append((f"photo-{result.number}.jpg", told[result.number], file.read()))
    return photos


def _said(words: dict[str, Any], pole: Pole, address: str, photos: list[Any]) -> dict[str, Any]:
    about = [words["funder"], words["convention"], figures.cents(words["amount_cents"])]
    results = list({one["number"]: one for line in words["lines"] for one in line["results"]}.values())
    return {
        "language": get_language() or "fr",
        "title": words["title"],
        "pole": pole.name,
        "kind": _("Bilan au financeur · chiffres comptés le %(day)s") % {"day": day_words(_day(words["counted_on"]))},
        "about": " · ".join(filter(None, about)),
        "period": period_words(_day(words["from_on"]), _day(words["until_on"])),
        "sentence": words["sentence"],
        "promised_title": _("Promis, atteint"),
        "promised_head": [_("Promesse"), _("Promis"), _("Atteint"), _("Écart"), _("Raison")],
        "promised": [_line(line) for line in words["lines"]],
        "results_title": _("Ce qui est atteint, et qui l’a payé"),
        "results_head": [_("N°"), _("Résultat"), _("Combien"), _("Payé par")],
        "results": [_result(one) for one in results[:MOST_RESULTS]],
        "more_results": _("Et %(number)s autres, sur la page et dans le classeur.")
        % {"number": len(results) - MOST_RESULTS}
        if len(results) > MOST_RESULTS
        else "",
        "not_working_title": _("Ce qui n’a pas marché"),
        "not_working": words["not_working"].split("\n"),
        "figures_title": _("Le pôle, sur douze mois"),
        "figures_head": [_("Chiffre"), _("De quoi"), _("Un an plus tôt")],
        "figures": [
            [
                figures.figure_words(one["value"], one["code"]),
                str(figures.figure_title(one["code"])),
                figures.figure_words(one["before"], one["code"]),
            ]
            for one in words["figures"]
        ],
        "photos": [
            {"file": name, "alt": one["caption"], "caption": ", ".join(filter(None, [one["caption"], one["credit"]]))}
            for name, one, _content in photos
        ],
        "once": _("Un résultat payé par plusieurs financeurs est montré à chacun et n’est additionné qu’une fois."),
        "address": address,
    }


def _line(line: dict[str, Any]) -> list[str]:
    unit = line["unit"]
    return [
        line["label"],
        figures.much(line["target"], unit),
        figures.much(line["reached"], unit),
        figures.gap_words(line["gap"], unit),
        line["reason"] or "—",
    ]


def _result(one: dict[str, Any]) -> list[str]:
    return [
        str(one["number"]),
        f"{one['what']}, {day_words(_day(one['on']))}",
        figures.with_unit(Decimal(one["value"]), one["unit"]),
        ", ".join(one["funders"]),
    ]


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _is_drawn(sign: str) -> bool:
    """Say whether the fonts have a sign; a space that does not break is one that they have."""
    return ord(sign) < EXOTIC_FROM and (sign.isprintable() or sign in SPACES)


def _clean(value: Any) -> Any:
    """Return texts as French prints them, without the signs that the fonts lack."""
    if isinstance(value, str):
        return "".join(sign if _is_drawn(sign) else "□" for sign in french(value))
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, dict):
        return {key: one if key in {"file", "language"} else _clean(one) for key, one in value.items()}
    return value
