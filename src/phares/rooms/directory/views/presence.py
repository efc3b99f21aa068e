"""Who was there on a day."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.days import day_words
from phares.rooms.commons.http import reads
from phares.rooms.directory import queries
from phares.rooms.directory.membership_words import counts_sentence, heading


@reads
def presence(request: Any) -> HttpResponse:
    """Show who took part in the pole on the day asked for, today by default; a day that is none is said to be so."""
    asked = request.GET.get("jour", "")
    day = _day(asked)
    there = queries.presence_on(request.actor, request.pole, day or request.today)
    context = {
        "presence": there,
        "day_words": day_words(there.day),
        "parts": [(heading(kindred.kind, kindred.count), kindred) for kindred in there.by_kind()],
        "sentence": counts_sentence(there.counts),
        "mistaken": bool(asked) and day is None,
    }
    return render(request, "directory/presence.html", context, status=400 if context["mistaken"] else 200)


def _day(asked: str) -> date | None:
    """Return the day that an address asks for, if there is such a day."""
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None
