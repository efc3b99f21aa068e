"""Precedents: the published sheets nearest to a problem of the territory, whatever the pole, each with its reasons."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from phares.engine.lexicon.words import ASKING, GRAMMAR
from phares.engine.matching import Item, match
from phares.rooms.commons.search import search_words
from phares.rooms.cooperation.queries.matching import as_said, kept_reasons
from phares.rooms.publishing import permissions
from phares.rooms.publishing.models import ExperienceSheet
from phares.rooms.publishing.queries.publications import publication_lines
from phares.rooms.publishing.queries.sheets import IndexLine

MOST, MOST_READ, MOST_WORDS, SHORTEST_WORD = 3, 40, 16, 4
READ = ("lead", "need", "action")
LEAST = 0.2
"""Points below which a likeness is chance: letters in common, ideas that only go together (`bench/precedents.py`)."""


@dataclass(frozen=True)
class Precedent:
    """A published sheet near to a problem, and why."""

    line: IndexLine
    reasons: list[dict[str, Any]]


def precedents_of(title: str, text: str) -> list[Precedent]:
    """Return the sheets nearest to a problem, as everybody may know them, the nearest first.

    The rule is the engine's own (`docs/engine/matching.md`), the problem read as a need and each sheet as an offer. At
    most forty sheets are read, however many there are: those that say its words, then the latest.
    """
    lines = {str(one.sheet.pk): one for one in publication_lines(_candidates(f"{title} {text}"))}
    offers = [
        Item(
            id=pk,
            by=f"sheet-{pk}",
            title=one.words["title"],
            text=" ".join([*one.words["keywords"], *(one.words[code] for code in READ)])[:2000],
        )
        for pk, one in lines.items()
    ]
    found = match([Item(id="problem", by="problem", title=title, text=text)], offers, top=MOST)
    said = {one.id: f"{one.title} {one.text}" for one in offers}
    return [
        Precedent(lines[one.offer], as_said(_telling(kept_reasons(one)), f"{title} {text}", said[one.offer]))
        for one in found
        if one.score >= LEAST
    ]


def _telling(reasons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep the reasons that a reader can check: words and ideas said by both, not letters that look alike."""
    return [one for one in reasons if one["code"] != "close_words"]


def _candidates(said: str) -> list[ExperienceSheet]:
    """Return the sheets worth reading closely: those that share a word, then the latest."""
    seen = permissions.public_sheets().select_related("version", "publisher", "pole")
    latest = seen.order_by("-shown_on", "-version_id")
    words = [word for word in dict.fromkeys(search_words(said)) if len(word) >= SHORTEST_WORD]
    telling = [word for word in words if word not in GRAMMAR and word not in ASKING][:MOST_WORDS]
    sharing = list(_saying(latest, telling)[:MOST_READ]) if telling else []
    others = latest.exclude(pk__in=[one.pk for one in sharing])[: MOST_READ - len(sharing)]
    return [*sharing, *others]


def _saying(sheets: QuerySet[ExperienceSheet], words: list[str]) -> QuerySet[ExperienceSheet]:
    """Keep the sheets that say one of these words at least."""
    return sheets.filter(reduce(or_, [Q(version__search_text__contains=word) for word in words]))
