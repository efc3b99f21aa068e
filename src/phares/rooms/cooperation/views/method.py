"""« Comment on le sait »: each figure of the pole with its formula, what goes into it and the records behind it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from phares.rooms.commons.http import reads
from phares.rooms.cooperation.queries.figures import FEWEST_COOPERATIONS, figures_of


@reads
def method(request: Any) -> HttpResponse:
    """Show how each figure is counted; for a pole shown from public sources, that nothing is."""
    figures = None if request.pole.is_public_record else figures_of(request.actor, request.pole, request.today)
    return render(request, "cooperation/method.html", {"figures": figures, "fewest": FEWEST_COOPERATIONS})
