"""Pages on which a structure says more of itself: its numbers, its capacities, who reads which field."""

from decimal import Decimal
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import writes
from phares.rooms.commons.refusals import NotAllowed, Refusal, require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import CapacitiesFormSet, FieldLevelsForm, IdentityForm, SizeForm, capacity_lines
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models import Structure


def _own(request: Any, slug: str) -> Structure:
    """Return the structure of this address to those who may describe it."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_describe_structure(request.actor, one))
    return one


def _back(one: Structure) -> dict[str, str]:
    return {"submit_label": _("Enregistrer"), "back_label": str(one), "back_url": one.get_absolute_url()}


@writes
@members
def identify_structure(request: Any, slug: str) -> HttpResponse:
    """Write down the numbers by which a structure is known."""
    one = _own(request, slug)

    def act(entry: dict[str, Any]) -> str:
        actions.identify_structure(structure=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    said = {name: getattr(one, name) for name in ("siren", "siret", "vat_number", "rna")}
    sse = {None: "", True: "yes", False: "no"}[one.is_sse]
    return form_page(
        request,
        IdentityForm(request.POST or None, initial={**said, "is_sse": sse}),
        act,
        heading=_("Numéros de %(name)s") % {"name": one},
        lead=_("Chaque numéro est vérifié. Vous choisissez ensuite qui les lit."),
        **_back(one),
    )


@writes
@members
def say_capacities(request: Any, slug: str) -> HttpResponse:
    """Say what a structure knows and has, with amounts; every line is on one screen."""
    one = _own(request, slug)
    lines = CapacitiesFormSet(request.POST or None, initial=capacity_lines(one), prefix="ligne")
    status, general = 200, ""
    if lines.is_bound:
        answer = _said(request, one, lines)
        if isinstance(answer, HttpResponseRedirect):
            return answer
        status, general = answer
    context = {"structure": one, "lines": lines, "general": general}
    return render(request, "directory/say_capacities.html", context, status=status)


def _said(request: Any, one: Structure, lines: Any) -> HttpResponseRedirect | tuple[int, str]:
    """Say the lines that have a name, or return the status and the sentence with which the page is shown again."""
    if not lines.is_valid():
        return 422, ""
    entries = [
        actions.CapacityEntry(
            kind=line["kind"],
            name=line["name"],
            amount=Decimal(1) if line["amount"] is None else line["amount"],
            unit=line["unit"],
            domain=line["domain"],
        )
        for line in lines.cleaned_data
        if line.get("name")
    ]
    try:
        actions.say_capacities(structure=one, capacities=entries, by=request.actor, at=timezone.now())
    except NotAllowed:
        raise
    except Refusal as refusal:
        return refusal.status, str(refusal.sentence)
    return redirect(one.get_absolute_url())


@writes
@members
def choose_field_levels(request: Any, slug: str) -> HttpResponse:
    """Choose who reads which field of a structure's page."""
    one = _own(request, slug)

    def act(entry: dict[str, Any]) -> str:
        actions.choose_field_levels(structure=one, levels=entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        FieldLevelsForm(request.POST or None, initial={row.field: row.level for row in one.field_visibilities.all()}),
        act,
        template="directory/choose_field_levels.html",
        structure=one,
    )


@writes
@members
def count_size(request: Any, slug: str) -> HttpResponse:
    """Write down how many people and how much floor a structure counts from a day on."""
    one = _own(request, slug)

    def act(entry: dict[str, Any]) -> str:
        actions.count_size(structure=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        SizeForm(request.POST or None, initial={"on": request.today}),
        act,
        heading=_("Combien compte %(name)s") % {"name": one},
        lead=_("Ce qui a été compté avant reste écrit."),
        **_back(one),
    )
