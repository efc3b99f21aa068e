"""Pages of rubrics: the tree, and what changes it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory.gate import found, members
from phares.rooms.publishing import actions, permissions
from phares.rooms.publishing.forms.sheets import RubricForm
from phares.rooms.publishing.queries.rubrics import rubric_numbered, tree_of


@reads
@members
def rubrics(request: Any) -> HttpResponse:
    """Show the tree of rubrics to those who keep it."""
    require(permissions.can_publish(request.actor, request.pole))
    return render(request, "publishing/rubrics.html", {"tree": tree_of(request.pole)})


def _form_page(request: Any, act: Any, heading: str, initial: dict[str, Any]) -> HttpResponse:
    """Show the form of a rubric."""
    require(permissions.can_publish(request.actor, request.pole))
    tree = {str(one.rubric.pk): one for one in tree_of(request.pole)}
    choices = [(key, "— " * one.depth + one.rubric.name) for key, one in tree.items()]

    def kept(entry: dict[str, Any]) -> str:
        above = tree.get(entry["parent"])
        act({**entry, "parent": above.rubric if above else None})
        return _rubrics(request)

    return form_page(
        request,
        RubricForm(choices, request.POST or None, initial=initial),
        kept,
        heading=heading,
        submit_label=_("Enregistrer"),
        back_label=_("Rubriques"),
        back_url=_rubrics(request),
    )


def _rubrics(request: Any) -> str:
    return reverse("publishing:rubrics", args=[request.pole.slug])


@writes
@members
def add_rubric(request: Any) -> HttpResponse:
    """Add a rubric."""

    def act(entry: dict[str, Any]) -> None:
        actions.add_rubric(
            pole=request.pole, name=entry["name"], parent=entry["parent"], by=request.actor, at=timezone.now()
        )

    return _form_page(request, act, _("Ajouter une rubrique"), {"position": 0})


@writes
@members
def change_rubric(request: Any, pk: int) -> HttpResponse:
    """Rename a rubric or put it elsewhere."""
    rubric = found(rubric_numbered(request.pole, pk))

    def act(entry: dict[str, Any]) -> None:
        actions.change_rubric(rubric=rubric, **entry, by=request.actor, at=timezone.now())

    initial = {"name": rubric.name, "parent": str(rubric.parent_id or ""), "position": rubric.position}
    return _form_page(request, act, _("Changer la rubrique"), initial)


@acts
@members
def remove_rubric(request: Any, pk: int) -> HttpResponse:
    """Remove a rubric under which nothing stands."""
    rubric = found(rubric_numbered(request.pole, pk))
    actions.remove_rubric(rubric=rubric, by=request.actor, at=timezone.now())
    return redirect(_rubrics(request))
