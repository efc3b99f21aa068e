"""What is told back, on paper: one sheet, two sides at most, in the languages of the pole's posters; set by typst."""

import io
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pypdf import PdfReader

from phares.rooms.commons.days import day_words, period_words
from phares.rooms.commons.typography import french
from phares.rooms.territory.models import Restitution
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.papers import qr_code, set_paper
from phares.rooms.territory.queries.restitution import Told
from phares.rooms.territory.restitution_languages import Words
from phares.rooms.territory.restitution_words import headings_in

SIDES = 2
# From the roomiest to the tightest: size of the letters, longest text, most words and most problems of each kind.
FITS = (
    (12.5, 600, 12, 40),
    (11.0, 600, 12, 40),
    (9.5, 600, 12, 40),
    (9.0, 320, 8, 40),
    (9.0, 160, 5, 40),
    (8.5, 80, 3, 12),
    (8.5, 0, 2, 8),
)


def sheet_pdf(restitution: Restitution, told: Told, *, address: str, say_address: str) -> bytes:
    """Return the sheet: as much as two sides hold, the rest counted and left to the page."""
    pdf = b""
    more = _("Au téléphone, sur une carte, en passant, ou sur %(address)s") % {"address": say_address}
    for size, longest, words, problems in FITS:
        said = _said(restitution, told, longest, words, problems)
        pdf = set_paper(
            "restitution", {**said, "size": size, "address": address, "more": french(more)}, qr=qr_code(address)
        )
        if len(PdfReader(io.BytesIO(pdf)).pages) <= SIDES:
            break
    return pdf


def _said(restitution: Restitution, told: Told, longest: int, words: int, problems: int) -> dict[str, Any]:
    """Return what the sheet says, its texts cut where they are longer than this size allows."""
    pole = restitution.pole
    language = told.language or get_language() or "fr"
    headings, others = headings_in(rules_of(pole).languages, language)
    published = {"number": told.version.number, "day": day_words(told.version.published_at)}
    return {
        "language": language,
        "pole": french(pole.name),
        "title": french(headings.title),
        "others": {name: [{"language": code, "words": text} for code, text in found] for name, found in others.items()},
        "headings": {name: french(text) for name, text in headings._asdict().items()},
        "understood": f"{headings.understood}{told.labels.colon}",
        "period": french(period_words(restitution.first_on, restitution.last_on)),
        "lead": _cut_words(told.lead, longest),
        "counts": _counts(told),
        "words": [_words(one, longest or 60) for one in told.words[:words]],
        "done": [_done(one, told, longest) for one in told.done[:problems]],
        "not_done": [_not_done(one, longest) for one in told.not_done[:problems]],
        "left": _left(told, len(told.done[problems:]) + len(told.not_done[problems:])),
        "next": _cut_words(told.next, longest),
        "contact": french(" · ".join(filter(None, [pole.address, pole.contact_phone]))),
        "alt": _("Code à scanner avec un téléphone : il ouvre cette page"),
        "foot": french(" · ".join(filter(None, [_("Version %(number)s, publiée le %(day)s") % published, _by(told)]))),
    }  # fmt: skip


def _by(told: Told) -> str:
    """Say who gave the texts in this language."""
    return _("Traduit par %(name)s") % {"name": told.translator} if told.translator else ""


def _cut_words(words: Words, longest: int) -> str:
    """Return a text of the pole or its beginning; French signs and spaces are for French alone."""
    text = _cut(words.text, longest)
    return text if words.language else french(text)


def _words(voice: Any, longest: int) -> dict[str, str]:
    """Return what somebody said, in its language."""
    language = "" if voice.shared_text or voice.translation else voice.language
    return {"words": french(f"« {_cut(voice.words, longest)} »"), "language": language}


def _cut(text: str, longest: int) -> str:
    """Return a text, or its beginning up to a whole word."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]}…" if longest else ""


def _counts(told: Told) -> str:
    """Say how many spoke, by theme where it may be told."""
    total, labels = told.version.said["counts"]["total"], told.labels
    if total is None:
        return labels.few
    counts = [(labels.voices.capitalize(), total), *told.themes]
    if together := told.version.said["counts"]["together"]:
        counts.append((labels.together, together))
    return " · ".join(f"{label}{labels.colon}{count}" for label, count in counts)


def _done(one: dict[str, Any], told: Told, longest: int) -> dict[str, Any]:
    """Return what is done about a problem, and by whom."""
    lines = []
    for each in one["responses"]:
        about = ", ".join(str(piece) for piece in (each["who"], each["stage"], each["extent"]) if piece)
        result = f" {_cut_words(each['result'], longest)}" if each["result"] else ""
        lines.append(f"{_cut_words(each['title'], 200)} ({french(about)}).{result}")
    if one["done"]:
        lines.append(_cut_words(one["done"], longest or 60))
    if not lines:
        lines.append(told.labels.withdrawn)
    return _problem(one, longest, lines)


def _not_done(one: dict[str, Any], longest: int) -> dict[str, Any]:
    """Return why nothing is done about a problem."""
    return _problem(one, longest, [_cut_words(one["why_not"], longest or 60)])


def _problem(one: dict[str, Any], longest: int, lines: list[str]) -> dict[str, Any]:
    """Return a problem, what was understood of it, and these lines."""
    title, understood = _cut_words(one["title"], 200), _cut_words(one["understood"], longest)
    return {"title": title, "understood": understood, "lines": lines}


def _left(told: Told, count: int) -> str:
    """Say how many problems are on the page alone."""
    return f"{told.labels.left}{told.labels.colon}{count}" if count else ""
