"""The page of the public lists from which structures choose, each with its source."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.http import reads
from phares.rooms.directory import queries


@reads
def lists(request: Any) -> HttpResponse:
    """Show the fields by sector, the goals and the domains of trades, where they come from and who uses them."""
    return render(request, "directory/lists.html", {"lists": queries.lists_of(request.actor, request.pole)})
