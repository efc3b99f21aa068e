"""Photos of structures: showing one, taking one off, and the picture itself to those who may see it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.commons.attachments import as_picture
from phares.rooms.commons.form_pages import form_page
from phares.rooms.commons.http import acts, reads, writes
from phares.rooms.commons.refusals import require
from phares.rooms.directory import actions, permissions, queries
from phares.rooms.directory.cards import card_of
from phares.rooms.directory.forms import PhotoForm
from phares.rooms.directory.gate import found, members


@reads
def photo(request: Any, slug: str, pk: int) -> HttpResponse:
    """Give the picture to those who may see it on its page."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    readable = card_of(request.actor, one).photos
    return as_picture(found(next((shown for shown in readable if shown.pk == pk), None)).attachment)


@writes
@members
def add_photo(request: Any, slug: str) -> HttpResponse:
    """Show a photo on a structure's page."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    require(permissions.can_describe_structure(request.actor, one))

    def act(entry: dict[str, Any]) -> str:
        actions.add_photo(structure=one, **entry, by=request.actor, at=timezone.now())
        return one.get_absolute_url()

    return form_page(
        request,
        PhotoForm(request.POST or None, request.FILES or None),
        act,
        heading=_("Montrer une photo de %(name)s") % {"name": one},
        submit_label=_("Montrer cette photo"),
        back_label=str(one),
        back_url=one.get_absolute_url(),
    )


@acts
@members
def remove_photo(request: Any, slug: str, pk: int) -> HttpResponse:
    """Take a photo off its page."""
    one = found(queries.structure_named(request.actor, request.pole, slug))
    shown = found(next((shown for shown in one.photos.all() if shown.pk == pk), None))
    actions.remove_photo(photo=shown, by=request.actor, at=timezone.now())
    return redirect(one.get_absolute_url())
