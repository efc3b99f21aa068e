"""Pages of the commons: the gallery of components, and the pages that say what went wrong."""

from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phares.rooms.commons import gallery as samples
from phares.rooms.commons.http import reads

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@reads
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    return render(request, "commons/gallery.html", samples.samples())


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form had been open for too long, or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Say that there is nothing at this address, or nothing that this reader may see."""
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Say that what was sent is too large to be read (413), or came in broken (400); nothing of it is kept."""
    status = 413 if isinstance(exception, TOO_MUCH) else 400
    return render(request, f"{status}.html", status=status)
