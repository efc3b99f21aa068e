"""Pages on the pole itself: what it is, what is known of its past, who may do what, and the residents' door."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import MilestoneForm, PoleForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models.milestone import MilestoneKind
from phares.rooms.directory.roles import READING_SCOPES, RIGHTS, ROLES


@reads
def about(request: Any) -> HttpResponse:
    """Show what the pole is, what it is not, who runs and supports it, and what sources say of its past."""
    milestones = list(queries.milestones_of(request.pole, request.actor))
    return render(
        request,
        "directory/about.html",
        {
            "milestones": milestones,
            "labels": [one for one in milestones if one.kind == MilestoneKind.LABEL],
            "spin_offs": [one for one in milestones if one.kind == MilestoneKind.SPIN_OFF],
            "supporters": queries.supporters_of(request.pole, request.actor),
            "can_keep": permissions.can_keep_directory(request.actor, request.pole),
        },
    )


@writes
@members
def describe_pole(request: Any) -> HttpResponse:
    """Say what the pole is, what it is not, who runs it and where to find it."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.describe_pole(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return _about(request)

    said = {name: getattr(request.pole, name) for name in PoleForm.base_fields}
    return form_page(
        request,
        PoleForm(request.POST or None, initial=said),
        act,
        heading=_("Dire ce qu’est le pôle"),
        submit_label=_("Enregistrer"),
        back_label=_("Le pôle"),
        back_url=_about(request),
    )


@writes
@members
def record_milestone(request: Any) -> HttpResponse:
    """Write down a dated event with its source."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.record_milestone(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return f"{_about(request)}#reperes"

    begun = {"kind": MilestoneKind.EVENT, "structure": request.GET.get("structure", "")}
    form = MilestoneForm(request.POST or None, pole=request.pole, initial=begun)
    return _milestone_page(request, form, act, _("Noter une date qui compte"))


@writes
@members
def correct_milestone(request: Any, pk: int) -> HttpResponse:
    """Write down a dated event better."""
    milestone = found(queries.milestone_numbered(request.pole, pk))
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.correct_milestone(milestone=milestone, **entry, by=request.actor, at=timezone.now())
        return f"{_about(request)}#reperes"

    said = {name: getattr(milestone, name) for name in MilestoneForm.base_fields}
    form = MilestoneForm(request.POST or None, pole=request.pole, initial=said)
    return _milestone_page(request, form, act, _("Corriger une date qui compte"))


def _milestone_page(request: Any, form: MilestoneForm, act: Any, heading: str) -> HttpResponse:
    """Show the form of a dated event."""
    return form_page(
        request,
        form,
        act,
        heading=heading,
        lead=_("Un label, une arrivée, un essaimage : ce qui s’est passé, et d’où vous le savez."),
        submit_label=_("Enregistrer"),
        back_label=_("Le pôle"),
        back_url=_about(request),
    )


def _about(request: Any) -> str:
    """Return the address of the page on the pole."""
    return reverse("directory:about", args=[request.pole.slug])


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
    printed = [*ROLES.values(), *READING_SCOPES.values()]
    table = [(role, [words for right, words in RIGHTS.items() if right in role.rights]) for role in printed]
    return render(request, "directory/roles.html", {"table": table})
