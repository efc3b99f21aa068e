"""Pages that everybody may open: the pole's first screen, what it is, who may do what, and the residents' door."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from phares.rooms.commons import panels
from phares.rooms.commons.http import reads
from phares.rooms.directory import queries
from phares.rooms.directory.roles import RIGHTS, ROLES


@reads
def front(request: Any) -> HttpResponse:
    """Lead to the only pole of the instance, or show the poles."""
    poles = list(queries.poles())
    if len(poles) == 1:
        return redirect("directory:public", poles[0].slug)
    return render(request, "directory/front.html", {"poles": poles})


@reads
def public(request: Any) -> HttpResponse:
    """Show in one screen what the structures of the pole did together."""
    there = queries.presence_on(request.actor, request.pole, request.today)
    return render(
        request,
        "directory/public.html",
        {
            "hosted": there.hosted,
            "milestones": queries.milestones_of(request.pole) if request.pole.is_public_record else [],
            "panels": panels.shown("public", request.actor, request.pole, request.today),
        },
    )


@reads
def about(request: Any) -> HttpResponse:
    """Show what the pole is, what it is not, who runs and supports it, and what sources say of its past."""
    milestones = queries.milestones_of(request.pole)
    return render(
        request,
        "directory/about.html",
        {"milestones": milestones, "supporters": queries.supporters_of(request.pole, request.actor)},
    )


@reads
def residents(request: Any) -> HttpResponse:
    """Show what a resident can do here, without account."""
    return render(
        request,
        "directory/residents.html",
        {
            "groups": queries.residents_groups(request.pole),
            "panels": panels.shown("residents", request.actor, request.pole, request.today),
        },
    )


@reads
def roles(request: Any) -> HttpResponse:
    """Print who may do what, from the very table that decides."""
    return render(request, "directory/roles.html", {"roles": ROLES.values(), "rights": RIGHTS.items()})
