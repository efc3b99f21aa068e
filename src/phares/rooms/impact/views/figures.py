"""The figures: one sentence, then numbers that open on their formula, their inputs and the records behind them."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.http import reads
from phares.rooms.cooperation.queries.figures import year_before
from phares.rooms.directory.gate import found
from phares.rooms.impact import permissions
from phares.rooms.impact.queries import figures as queries
from phares.rooms.impact.queries.network import first_day
from phares.rooms.impact.views.entering import readers

A_PAGE = 60


def day_asked(request: Any) -> tuple[date, bool]:
    """Return the day that the address asks for, between the first day and today, and whether it could not be read."""
    said = request.GET.get("le", "").strip()
    try:
        wanted = date.fromisoformat(said) if said else request.today
    except ValueError:
        return request.today, True
    return max(min(wanted, request.today), first_day(request.pole, request.today)), False


@reads
@readers
def figures(request: Any) -> HttpResponse:
    """Show the figures of the pole, each beside that of a year before."""
    day, is_mistaken = day_asked(request)
    shown = queries.figures_shown(request.actor, request.pole, day)
    return render(
        request,
        "impact/figures.html",
        {
            "figures": shown,
            "by_code": {one.kind.code: one for one in shown},
            "living": int(shown[0].value or 0),
            "day": day,
            "before": year_before(day),
            "today": request.today,
            "first_on": first_day(request.pole, request.today),
            "is_mistaken": is_mistaken,
            "is_public": permissions.is_public(request.pole),
            "can_show": permissions.can_show_figures(request.actor, request.pole),
        },
    )


@reads
@readers
def figure(request: Any, code: str) -> HttpResponse:
    """Open one figure."""
    day, is_mistaken = day_asked(request)
    shown = found(queries.figure_shown(request.actor, request.pole, day, code))
    page = Paginator(shown.records, A_PAGE).get_page(request.GET.get("page"))
    context = {"figure": shown, "page": page, "day": day, "before": year_before(day), "is_mistaken": is_mistaken}
    return render(request, "impact/figure.html", context)
