"""Pages of the actors around the pole."""

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
from phares.rooms.directory.forms import OutsideActorForm, OutsidePlaceForm
from phares.rooms.directory.gate import found, members


@reads
def outside_actors(request: Any) -> HttpResponse:
    """Show the actors around the pole, by what each is to it."""
    return render(
        request,
        "directory/outside_actors.html",
        {
            "around": queries.actors_around(request.actor, request.pole, request.today),
            "can_keep": permissions.can_keep_directory(request.actor, request.pole),
        },
    )


@writes
@members
def add_outside_actor(request: Any) -> HttpResponse:
    """Enter an actor around the pole."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        one = actions.add_outside_actor(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        OutsideActorForm(request.POST or None),
        act,
        heading=_("Ajouter un acteur autour du pôle"),
        lead=_("Une collectivité, un laboratoire, une association voisine : qui pourrait être partenaire un jour."),
        submit_label=_("Enregistrer"),
        back_label=_("Autour du pôle"),
        back_url=reverse("directory:outside_actors", args=[request.pole.slug]),
    )


@writes
@members
def place_outside(request: Any, slug: str) -> HttpResponse:
    """Say what an actor around the pole is to it, what it works on, and how this is known."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.place_outside(structure=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    said = {name: getattr(one, name) for name in OutsidePlaceForm.base_fields}
    return form_page(
        request,
        OutsidePlaceForm(request.POST or None, initial=said),
        act,
        heading=_("Ce que %(name)s est pour le pôle") % {"name": one},
        submit_label=_("Enregistrer"),
        back_label=str(one),
        back_url=one.get_absolute_url(),
    )
