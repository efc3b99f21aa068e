"""Papers: the poster, the cards, the sheet for the door."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from phares.rooms.commons.http import reads
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import members
from phares.rooms.territory import papers, permissions
from phares.rooms.territory.models.rules import rules_of
from phares.rooms.territory.queries import door


def _pdf(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


@reads
@members
def poster(request: Any) -> HttpResponse:
    """Give the poster, with the code that opens the page where one says what is missing."""
    require(permissions.can_listen(request.actor, request.pole))
    address = request.build_absolute_uri(reverse("territory:say_voice", args=[request.pole.slug]))
    return _pdf(papers.poster(request.pole, rules_of(request.pole).languages, f"{address}?affiche=1"), "affiche")


@reads
@members
def voice_cards(request: Any) -> HttpResponse:
    """Give empty cards, a sheet for each language."""
    require(permissions.can_listen(request.actor, request.pole))
    return _pdf(papers.cards(request.pole, rules_of(request.pole).languages), "cartes-paroles")


@reads
@members
def door_sheet(request: Any) -> HttpResponse:
    """Give the sheet for the door: last month's, or that of the month asked for."""
    require(permissions.can_listen(request.actor, request.pole))
    first, last = door.month_before(_day(request))
    return _pdf(papers.door_sheet(door.door_sheet(request.pole, first, last, request.today)), f"hall-{last:%Y-%m}")


def _day(request: Any) -> date:
    """Return a day of the month after the one asked for, such as « 2026-10 »; this month's for anything else."""
    year, _dash, month = request.GET.get("mois", "").partition("-")
    known = all(part.isascii() and part.isdecimal() for part in (year, month))
    if known and 2000 <= int(year) <= 2100 and 1 <= int(month) <= 12:
        return date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
    today: date = request.today
    return today
