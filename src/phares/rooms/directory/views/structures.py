"""Pages of structures: the list, one structure, describing, admitting."""

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
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.forms import LastDayForm, MembershipForm, StructureForm, StructureNameForm
from phares.rooms.directory.gate import found, members
from phares.rooms.directory.models.membership import MembershipKind


@reads
def structures(request: Any) -> HttpResponse:
    """Show the structures that the reader may see, found by words, field and way of taking part."""
    asked = {name: request.GET.get(name, "").strip()[:80] for name in ("q", "domaine", "participation")}
    rows = queries.structures_found(
        request.actor,
        request.pole,
        words=asked["q"],
        field=asked["domaine"],
        kind=asked["participation"],
        day=request.today,
    )
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    as_cards = request.GET.get("vue") == "cartes"
    return render(
        request,
        "directory/parts/structures_found.html" if request.htmx else "directory/structures.html",
        {
            "page": page,
            "asked": asked,
            "as_cards": as_cards,
            "views": _views(request, as_cards),
            "fields": queries.activity_fields_of(request.pole),
            "kinds": MembershipKind.choices,
            "can_add": permissions.can_keep_directory(request.actor, request.pole),
        },
    )


def _views(request: Any, as_cards: bool) -> list[tuple[str, str, bool]]:
    """Return the two ways to look at the same structures, the question kept."""
    asked = request.GET.copy()
    asked.pop("page", None)
    addresses = []
    for view in ("liste", "cartes"):
        asked["vue"] = view
        addresses.append(f"?{asked.urlencode()}")
    return [(_("Liste"), addresses[0], not as_cards), (_("Cartes"), addresses[1], as_cards)]


@reads
def structure(request: Any, slug: str) -> HttpResponse:
    """Show one structure: what it does, since when, who acts for it, and what other rooms know of it."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    sees_people = permissions.can_see_people(request.actor, one)
    can_describe = permissions.can_describe_structure(request.actor, one)
    return render(
        request,
        "directory/structure.html",
        {
            "structure": one,
            "people": queries.people_of(one, request.today) if sees_people else [],
            "sees_people": sees_people,
            "can_describe": can_describe,
            "can_keep": permissions.can_keep_directory(request.actor, request.pole),
            "next_missing": queries.next_missing(one) if can_describe else None,
            "panels": panels.shown("structure", request.actor, one, request.today),
        },
    )


@writes
@members
def add_structure(request: Any) -> HttpResponse:
    """Enter a structure by its name, then describe it."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        one = actions.add_structure(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return reverse("directory:admit_structure", args=[request.pole.slug, one.slug])

    return form_page(
        request,
        StructureNameForm(request.POST or None),
        act,
        heading=_("Ajouter une structure"),
        submit_label=_("Continuer"),
        back_label=_("Structures"),
        back_url=reverse("directory:structures", args=[request.pole.slug]),
    )


@writes
@members
def describe_structure(request: Any, slug: str) -> HttpResponse:
    """Say what a structure does and who may see it."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_describe_structure(request.actor, one))

    def act(entry: dict[str, Any]) -> str:
        kept = {"latitude": one.latitude, "longitude": one.longitude}
        actions.describe_structure(structure=one, **entry, **kept, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    said = {name: getattr(one, name) for name in StructureForm.base_fields if name != "fields"}
    return form_page(
        request,
        StructureForm(request.POST or None, initial={**said, "fields": [field.code for field in one.fields.all()]}),
        act,
        heading=_("Décrire %(name)s") % {"name": one},
        submit_label=_("Enregistrer"),
        back_label=str(one),
        back_url=one.get_absolute_url(),
    )


@writes
@members
def admit_structure(request: Any, slug: str) -> HttpResponse:
    """Write down how and since when a structure takes part."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        actions.admit_structure(structure=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        MembershipForm(request.POST or None, initial={"kind": MembershipKind.HOSTED, "from_on": request.today}),
        act,
        heading=_("Participation de %(name)s") % {"name": one},
        submit_label=_("Enregistrer"),
        back_label=str(one),
        back_url=one.get_absolute_url(),
    )


@writes
@members
def end_membership(request: Any, pk: int) -> HttpResponse:
    """Write down the last day of a structure's taking part."""
    membership = found(queries.membership_numbered(request.pole, pk))
    require(permissions.can_keep_directory(request.actor, request.pole))
    address = membership.structure.get_absolute_url()

    def act(entry: dict[str, Any]) -> str:
        actions.end_membership(membership=membership, **entry, by=request.actor, at=timezone.now())
        return address

    return form_page(
        request,
        LastDayForm(request.POST or None, initial={"until_on": request.today}),
        act,
        heading=_("Fin de la participation de %(name)s") % {"name": membership.structure},
        lead=_("Ce que la structure a fait jusque-là reste écrit."),
        submit_label=_("Enregistrer"),
        back_label=str(membership.structure),
        back_url=address,
    )
