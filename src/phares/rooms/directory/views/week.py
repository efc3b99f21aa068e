"""La semaine: everything that waits in the pole, each line with one thing to do; also on one sheet of paper."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons import panels
from phares.rooms.commons.http import reads
from phares.rooms.commons.refusals import require
from phares.rooms.directory import permissions, queries, week_pdf
from phares.rooms.directory.gate import members


def _blocks(request: Any) -> list[dict[str, Any]]:
    """Return the blocks of the week: those of the rooms above, then our own."""
    require(permissions.can_see_week(request.actor, request.pole))
    shown = panels.shown("week", request.actor, request.pole, request.today)
    blocks = [block for panel in shown for block in panel.context["blocks"]]
    return [*blocks, *queries.week_blocks(request.pole, request.today)]


@reads
@members
def week(request: Any) -> HttpResponse:
    """Show what waits in the pole."""
    blocks = _blocks(request)
    waiting = sum(len(block["lines"]) for block in blocks)
    return render(request, "directory/week.html", {"blocks": blocks, "waiting": waiting})


@reads
@members
def week_sheet(request: Any) -> HttpResponse:
    """Give the week on one A4 page."""
    pdf = week_pdf.render(request.pole, request.today, _blocks(request))
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="semaine-{request.today:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
