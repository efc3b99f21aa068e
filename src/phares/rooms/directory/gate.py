"""The gate of a pole's pages: who must have entered, and who must have a mandate here."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from phares.rooms.commons.http import previous_page
from phares.rooms.commons.refusals import NotAllowed

View = Callable[..., HttpResponse]
Thing = TypeVar("Thing")


def members(view: View) -> View:
    """Let in those who hold a mandate in the pole; show the way in to visitors."""

    @functools.wraps(view)
    def gated(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            way_in = redirect_to_login(_comes_back_to(request))
            # A part of a page that asks for itself would show the way in inside the page: the whole page goes there.
            return HttpResponseClientRedirect(way_in.url) if request.htmx else way_in
        if request.actor.mandate is None:
            raise NotAllowed(_("Vous n’avez pas de mandat dans ce pôle aujourd’hui : demandez à la coordination."))
        return view(request, *args, **kwargs)

    return gated


def _comes_back_to(request: Any) -> str:
    """Return where to go once entered: the page asked for, or, for a button, the page that showed it."""
    return str(request.get_full_path()) if request.method in {"GET", "HEAD"} else previous_page(request)


def found(thing: Thing | None) -> Thing:
    """Return a thing that must be there for this reader; anything else is not found."""
    if thing is None:
        raise Http404
    return thing
