"""The first page of an installation: its only pole, or the poles to choose from."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from phares.rooms.commons.http import reads
from phares.rooms.directory import queries


@reads
def front(request: Any) -> HttpResponse:
    """Lead who acts in one pole to what waits there, a visitor to the only pole, and show the poles otherwise."""
    mine = queries.poles_of(request.user, request.today) if request.user.is_authenticated else []
    if len(mine) == 1:
        return redirect("directory:home", mine[0].slug)
    poles = list(queries.poles())
    if len(poles) == 1:
        return redirect("directory:public", poles[0].slug)
    return render(request, "directory/front.html", {"poles": poles, "mine": mine})
