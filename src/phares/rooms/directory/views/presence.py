"""Who was there on a day."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.days import day_words
from phares.rooms.commons.http import reads
from phares.rooms.directory import queries
from phares.rooms.directory.membership_words import change_words, counts_sentence, heading

A_YEAR = timedelta(days=365)


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
        "sizes": queries.sizes_on(request.actor, request.pole, there.day),
    }
    return render(request, "directory/presence.html", context, status=400 if context["mistaken"] else 200)


@reads
def changes(request: Any) -> HttpResponse:
    """Show what changed in the pole between two days: the year up to today when none are asked for."""
    asked = [request.GET.get(name, "") for name in ("du", "au")]
    first, last = (_day(one) for one in asked)
    mistaken = any(one and not day for one, day in zip(asked, (first, last), strict=True))
    last = last or request.today
    first = first or (last - A_YEAR if last.year > 1 else last)
    first, last = sorted((first, last))
    told = queries.changes_between(request.actor, request.pole, first, last)
    context = {"told": told, "lines": [(one, change_words(one)) for one in told.changes], "mistaken": mistaken}
    return render(request, "directory/changes.html", context, status=400 if mistaken else 200)


def _day(asked: str) -> date | None:
    """Return the day that an address asks for, if there is such a day."""
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None
