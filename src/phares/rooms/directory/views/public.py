"""Pages that everybody may open: the pole's first screen, what it is, who may do what, and the residents' door."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons import panels
from phares.rooms.commons.http import reads
from phares.rooms.commons.numbers import capitalised, number_words
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
    """Show in one screen what the structures of the pole did together; or what sources say, and nothing more."""
    pole = request.pole
    shown = panels.shown("public", request.actor, pole, request.today)
    if pole.is_public_record:
        return render(request, "directory/public_record.html", _known(request))
    hosted = queries.presence_on(request.actor, pole, request.today).hosted
    return render(request, "directory/public.html", {"roof": roof_sentence(hosted), "hosted": hosted, "panels": shown})


def roof_sentence(hosted: int) -> str:
    """Return how many structures share the roof, as one says it: « Quinze structures sous un toit. »."""
    if not hosted:
        return _("Des structures, un territoire.")
    words = capitalised(number_words(hosted, feminine=True))
    return ngettext("%(count)s structure sous un toit.", "%(count)s structures sous un toit.", hosted) % {"count": words}


def _known(request: Any) -> dict[str, Any]:
    """Return what sources say of a pole in which nobody acts: its dated events, and who was there on the last of them."""
    milestones = list(queries.milestones_of(request.pole))
    attested = queries.last_day_attested(request.pole)
    there = queries.presence_on(request.actor, request.pole, attested) if attested else None
    return {"milestones": milestones, "there": there, "sources": sorted({one.source for one in milestones if one.source})}


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
