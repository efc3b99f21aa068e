"""« Comment on le sait »: each figure of the pole with its formula, what goes into it and the records behind it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.http import reads
from phares.rooms.cooperation import permissions
from phares.rooms.cooperation.models.fade import fade_days
from phares.rooms.cooperation.queries.figures import FEWEST_COOPERATIONS, figures_of
from phares.rooms.cooperation.queries.work import jobs_of_pole


@reads
def method(request: Any) -> HttpResponse:
    """Show how each figure is counted; for a pole shown from public sources, that nothing is."""
    figures = None if request.pole.is_public_record else figures_of(request.actor, request.pole, request.today)
    context = {
        "figures": figures,
        "fewest": FEWEST_COOPERATIONS,
        "jobs": jobs_of_pole(request.pole, request.today),
        "fade_days": fade_days(request.pole, request.today),
        "can_set_fade": permissions.can_set_fade_rule(request.actor, request.pole),
    }
    return render(request, "cooperation/method.html", context)
