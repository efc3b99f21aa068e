"""Page of leaving with one's data: what there is, and one button."""

from typing import Any

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.takeaway import parts_for
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.gate import found, members


@writes
@members
def take_structure_away(request: Any, slug: str) -> HttpResponse | HttpResponseBase:
    """Show what a structure has here; give it all when asked."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_take_structure_away(request.actor, one))
    if request.method != "POST":
        parts = parts_for(request.actor, one)
        return render(request, "directory/take_structure_away.html", {"structure": one, "parts": parts})
    file = actions.take_structure_away(structure=one, by=request.actor, at=timezone.now())
    name = f"{request.pole.slug}-{one.slug}-{request.today:%Y-%m-%d}.zip"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    answer["Cache-Control"] = "private, no-store"
    return answer
