"""Pages of the residents' groups."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import ResidentsGroupForm
from phares.rooms.directory.gate import members


@reads
@members
def residents_groups(request: Any) -> HttpResponse:
    """Show the residents' groups of the pole."""
    can_form = permissions.can_form_residents_group(request.actor, request.pole)
    groups = queries.residents_groups(request.pole)
    return render(request, "directory/residents_groups.html", {"groups": groups, "can_form": can_form})


@writes
@members
def form_residents_group(request: Any) -> HttpResponse:
    """Write down that residents act together."""
    require(permissions.can_form_residents_group(request.actor, request.pole))
    address = reverse("directory:residents_groups", args=[request.pole.slug])

    def act(entry: dict[str, Any]) -> str:
        actions.form_residents_group(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return address

    return form_page(
        request,
        ResidentsGroupForm(request.POST or None),
        act,
        heading=_("Noter un groupe d’habitantes et d’habitants"),
        lead=_("Un nom suffit : ni statuts, ni adresse électronique."),
        submit_label=_("Enregistrer"),
        back_label=_("Groupes"),
        back_url=address,
    )
