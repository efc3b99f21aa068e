"""Pages of structures: the list, one structure, entering and describing one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from phares.rooms.commons import panels
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.commons.search import search_words
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.cards import card_of
from phares.rooms.directory.facets import asked_of, facets_of, views_of
from phares.rooms.directory.forms import StructureForm, StructureNameForm
from phares.rooms.directory.forms.structures import VISIBILITY_HINTS
from phares.rooms.directory.gate import found, members

A_PAGE = 30


@reads
def structures(request: Any) -> HttpResponse:
    """Show the structures that the reader may see, found by words, field and way of taking part.

    While one writes in the search box, htmx asks for the part that changes; without it the button asks for the page.
    """
    asked = asked_of(request.GET)
    words = queries.words_understood(request.actor, request.pole, asked.words)
    rows = queries.structures_found(request.actor, request.pole, **asked.question(words), day=request.today)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    part_only = request.htmx and not request.htmx.history_restore_request
    answer = render(
        request,
        "directory/parts/structures_found.html" if part_only else "directory/structures.html",
        {
            "page": page,
            "standings": queries.standing_of(page.object_list, request.actor, request.today),
            "is_guessed": words != search_words(asked.words),
            "asked": asked,
            "part_only": part_only,
            "views": views_of(asked),
            "facets": facets_of(request.actor, request.pole, asked, words, request.today),
            "can_add": permissions.can_keep_directory(request.actor, request.pole),
        },
    )
    patch_vary_headers(answer, ["HX-Request"])  # the page and its part have one address: a cache must not mix them
    return answer


@reads
def structure(request: Any, slug: str) -> HttpResponse:
    """Show one structure: what it does, since when, who acts for it, and what other rooms know of it."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    sees_people = permissions.can_see_people(request.actor, one)
    acting = queries.people_of(one, request.today) if sees_people else []
    can_describe = permissions.can_describe_structure(request.actor, one)
    return render(
        request,
        "directory/structure.html",
        {
            "structure": one,
            "card": card_of(request.actor, one),
            "family": queries.family_of(request.actor, one),
            "signatures": queries.signatures_of(one),
            "arrival": queries.arrival_of(request.actor, one, request.today),
            "people": acting,
            "sees_people": sees_people,
            "contacts_shown": queries.contacts_shown(acting, request.pole, request.today),
            "can_describe": can_describe,
            "can_take_away": permissions.can_take_structure_away(request.actor, one),
            "can_keep": permissions.can_keep_directory(request.actor, request.pole),
            "next_missing": queries.next_missing(one) if can_describe else None,
            "panels": panels.shown("structure", request.actor, one, request.today),
            "facts": panels.shown("structure_facts", request.actor, one, request.today),
        },
    )


@writes
@members
def add_structure(request: Any) -> HttpResponse:
    """Enter a structure by its name, then say how it takes part."""
    require(permissions.can_keep_directory(request.actor, request.pole))

    def act(entry: dict[str, Any]) -> str:
        one = actions.add_structure(pole=request.pole, **entry, by=request.actor, at=timezone.now())
        return reverse("directory:admit_structure", args=[request.pole.slug, one.slug])

    return form_page(
        request,
        StructureNameForm(request.POST or None),
        act,
        heading=_("Ajouter une structure"),
        lead=_("D’abord son nom ; vous direz ensuite comment et depuis quand elle participe."),
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
        place = {"latitude": one.latitude, "longitude": one.longitude}  # kept: this form does not ask for it
        actions.describe_structure(structure=one, **{**entry, **place}, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    many = {name: [row.code for row in getattr(one, name).all()] for name in ("fields", "goals")}
    said = {name: getattr(one, name) for name in StructureForm.base_fields if name not in {*many, "tags"}}
    tags = ", ".join(tag.words for tag in one.tags.all())
    return form_page(
        request,
        StructureForm(request.POST or None, initial={**said, **many, "tags": tags}),
        act,
        template="directory/describe_structure.html",
        structure=one,
        visibility_hints=VISIBILITY_HINTS,
    )
