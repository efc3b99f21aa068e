"""The pole's first screen."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phares.rooms.commons import panels
from phares.rooms.commons.http import reads
from phares.rooms.commons.numbers import capitalised, number_words
from phares.rooms.directory import queries


@reads
def public(request: Any) -> HttpResponse:
    """Show in one screen what the structures of the pole did together; or what sources say, and nothing more."""
    pole = request.pole
    if pole.is_public_record:
        return render(request, "directory/public_record.html", _known(request))
    shown = panels.shown("public", request.actor, pole, request.today)
    hosted = queries.hosted_on(pole, request.today)
    return render(request, "directory/public.html", {"roof": roof_sentence(hosted), "hosted": hosted, "panels": shown})


def roof_sentence(hosted: int) -> str:
    """Return how many structures share the roof, as one says it: « Quinze structures sous un toit. »."""
    if not hosted:
        return _("Des structures, un territoire.")
    words = capitalised(number_words(hosted, feminine=True))
    return ngettext("%(count)s structure sous un toit.", "%(count)s structures sous un toit.", hosted) % {
        "count": words
    }


def _known(request: Any) -> dict[str, Any]:
    """Return what sources say of a pole in which nobody acts: its dated events, and who was there on the last day."""
    milestones = list(queries.milestones_of(request.pole, request.actor))
    attested = queries.last_day_attested(request.pole)
    there = queries.presence_on(request.actor, request.pole, attested) if attested else None
    return {
        "milestones": milestones,
        "there": there,
        "panels": panels.shown("record", request.actor, request.pole, request.today),
        "sources": sorted({one.source for one in milestones if one.source}),
    }
