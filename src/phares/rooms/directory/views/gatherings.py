"""Pages of gatherings: the list, one of them, planning one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions
from phares.rooms.directory.forms.gatherings import GatheringForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.queries.gatherings import gathering_numbered, gatherings_of


@reads
def gatherings(request: Any) -> HttpResponse:
    """Show the gatherings of the pole, the latest first."""
    page = Paginator(gatherings_of(request.pole), 30).get_page(request.GET.get("page"))
    can_plan = permissions.can_plan_gathering(request.actor, request.pole)
    return render(request, "directory/gatherings.html", {"page": page, "can_plan": can_plan, "now": timezone.now()})


@reads
def gathering(request: Any, pk: int) -> HttpResponse:
    """Show one gathering, with what the rooms above have to say of it."""
    one = found(gathering_numbered(request.pole, pk))
    shown = panels.shown("gathering", request.actor, one, request.today)
    return render(request, "directory/gathering.html", {"gathering": one, "panels": shown})


@writes
@members
def plan_gathering(request: Any) -> HttpResponse:
    """Plan a gathering."""
    require(permissions.can_plan_gathering(request.actor, request.pole))
    form = GatheringForm(request.POST if request.method == "POST" else None)

    def act(entry: dict[str, Any]) -> str:
        planned = actions.plan_gathering(pole=request.pole, **form.said(), by=request.actor, at=timezone.now())
        return planned.get_absolute_url()

    return form_page(
        request,
        form,
        act,
        heading=_("Prévoir une rencontre"),
        lead=_("Une bourse met face à face ce que chacun cherche et ce que chacun propose, et l’on signe sur place."),
        submit_label=_("Prévoir"),
        back_label=_("Rencontres"),
        back_url=reverse("directory:gatherings", args=[request.pole.slug]),
    )
