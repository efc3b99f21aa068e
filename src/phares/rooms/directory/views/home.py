"""The member's home: what waits, what we said, what we do together, what is new."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from phares.rooms.commons import panels
from phares.rooms.commons.http import reads
from phares.rooms.directory import permissions
from phares.rooms.directory.gate import members
from phares.rooms.directory.views.waiting import cut_blocks

LINES = 3


@reads
@members
def home(request: Any) -> HttpResponse:
    """Show what waits for whoever acts; those who run the pole have the week instead."""
    if request.actor.holder is None and permissions.can_see_week(request.actor, request.pole):
        return redirect("directory:week", request.pole.slug)
    shown = panels.shown("home", request.actor, request.pole, request.today)
    blocks = [block for panel in shown for block in panel.context["blocks"]]
    return render(request, "directory/home.html", cut_blocks(request, "directory:home", blocks, LINES))
