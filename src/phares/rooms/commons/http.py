"""What every view declares: that it only reads, or that it writes; and how a refusal becomes a page."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from phares.rooms.commons.refusals import NotAllowed, Refusal

View = Callable[..., HttpResponse]


def reads(view: View) -> View:
    """Declare a view that only reads: GET and HEAD."""
    view = require_safe(view)
    view.declares = "read"  # type: ignore[attr-defined]
    return view


def kept(view: View) -> View:
    """Declare a page without a pole that visitors may be given as it was made for the last one (`caching`)."""
    view.is_kept = True  # type: ignore[attr-defined]
    return view


def writes(view: View) -> View:
    """Declare a view whose POST does one act; its GET, where it has one, only shows the form."""
    view = require_http_methods(["GET", "HEAD", "POST"])(view)
    view.declares = "write"  # type: ignore[attr-defined]
    return view


def acts(view: View) -> View:
    """Declare a view that is one button: POST only. A refusal is said in a message on the page it came from."""

    @functools.wraps(view)
    def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotAllowed:
            raise
        except Refusal as refusal:
            messages.error(request, str(refusal.sentence))
            return redirect(previous_page(request))

    told = require_http_methods(["POST"])(told)
    told.declares = "write"  # type: ignore[attr-defined]
    return told


def previous_page(request: HttpRequest) -> str:
    """Return the page of this site that the request says it came from, else the first page."""
    came_from = request.META.get("HTTP_REFERER", "")
    same_site = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    return came_from if same_site else "/"
