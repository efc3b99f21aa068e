"""The member's home: what waits, what we said, what we do together, what is new."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from phares.rooms.commons import panels
from phares.rooms.commons.blocks import Block
from phares.rooms.commons.http import reads
from phares.rooms.directory import permissions
from phares.rooms.directory.gate import members

LINES = 3


@reads
@members
def home(request: Any) -> HttpResponse:
    """Show what waits for whoever acts; those who run the pole have the week instead."""
    if request.actor.holder is None and permissions.can_see_week(request.actor, request.pole):
        return redirect("directory:week", request.pole.slug)
    shown = panels.shown("home", request.actor, request.pole, request.today)
    blocks = [_cut(request, block) for panel in shown for block in panel.context["blocks"]]
    return render(
        request,
        "directory/home.html",
        {
            "blocks": [block for block in blocks if not block.is_aside],
            "asides": [block for block in blocks if block.is_aside],
        },
    )


def _cut(request: Any, block: Block) -> Block:
    """Return the first lines of a block with the way to all of them; the whole block where the address asks for it."""
    if request.GET.get("tout") == block.key:
        return block
    here = reverse("directory:home", args=[request.pole.slug])
    return block.cut(LINES, all_url=f"{here}?tout={block.key}#{block.key}")
