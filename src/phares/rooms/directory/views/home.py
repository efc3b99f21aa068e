"""The member's home: what waits, what we do together, what is new."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from phares.rooms.commons import panels
from phares.rooms.commons.http import reads
from phares.rooms.directory import permissions
from phares.rooms.directory.gate import members


@reads
@members
def home(request: Any) -> HttpResponse:
    """Show what waits for the structure or group acted for; those who run the pole have the week instead."""
    if request.actor.holder is None and permissions.can_see_week(request.actor, request.pole):
        return redirect("directory:week", request.pole.slug)
    shown = panels.shown("home", request.actor, request.actor.holder, request.today)
    return render(request, "directory/home.html", {"panels": shown})
