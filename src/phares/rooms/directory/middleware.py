"""Middleware of the directory: which pole the address names, and as whom the person acts there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import is_valid_path
from django.utils import timezone
from django.utils.translation import gettext as _

from phares.rooms.directory import queries
from phares.rooms.directory.actors import VISITOR, Actor
from phares.rooms.directory.models import ReadingLink

CHOSEN_MANDATE = "mandate"
READING = "reading"  # the links by which this browser reads, one a pole
CAME_FROM = "came_from"  # the page from which one has just changed mandates
LARGEST_NUMBER = 2**63 - 1  # the databases have no row beyond, and refuse even to look for one


class CurrentPole:
    """Sets `request.pole`, `request.mandates`, `request.actor` and `request.today` before a view runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor, request.mandates, request.pole = VISITOR, [], None  # type: ignore[attr-defined]
        request.today = timezone.localdate()  # type: ignore[attr-defined]
        answer = self.get_response(request)
        if request.method == "GET" and (led := _led_home(request, answer.status_code)):
            return led
        return _with_pole_in_front(request) or answer if answer.status_code == 404 else answer

    def process_view(self, request: Any, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Find the pole and the mandate used; an unknown pole or an impossible number is not found."""
        if "pole" not in kwargs:
            return
        request.pole = queries.pole_named(kwargs.pop("pole"))
        if request.pole is None or any(isinstance(one, int) and one > LARGEST_NUMBER for one in kwargs.values()):
            raise Http404
        if request.user.is_authenticated:
            request.mandates = queries.mandates_of(request.user, request.pole, request.today)
        request.actor = _acting(request)


def _led_home(request: Any, status: int) -> HttpResponse | None:
    """Lead home whoever has just changed mandates on a page that the new one does not open."""
    if CAME_FROM not in request.session or request.session.pop(CAME_FROM) != request.path or status not in {403, 404}:
        return None
    if request.pole is None or request.actor.mandate is None:
        return None
    said = _(
        "Vous agissez maintenant pour %(whom)s. La page où vous étiez ne s’ouvre pas avec ce mandat :"
        " vous voici à l’accueil."
    )
    messages.info(request, said % {"whom": request.actor.mandate.acts_for})
    return redirect("directory:home", request.pole.slug)


def _with_pole_in_front(request: Any) -> HttpResponse | None:
    """Where one pole stands alone, lead an address written without its name to the same address with it."""
    if request.method not in {"GET", "HEAD"} or request.pole is not None:
        return None
    poles = list(queries.poles()[:2])
    address = f"/{poles[0].slug}{request.get_full_path()}" if len(poles) == 1 else ""
    return redirect(address) if address and is_valid_path(address.partition("?")[0]) else None


def _acting(request: Any) -> Actor:
    """Return the person with the mandate chosen for this pole, or with the first one; else who reads by a link."""
    if not request.mandates:
        person = request.user if request.user.is_authenticated else None
        return Actor(person=person, link=_link_opened(request)) if person or READING in request.session else VISITOR
    chosen = request.session.get(CHOSEN_MANDATE, {}).get(str(request.pole.pk))
    mandate = next((one for one in request.mandates if one.pk == chosen), request.mandates[0])
    return Actor(person=request.user, mandate=mandate)


def _link_opened(request: Any) -> ReadingLink | None:
    """Return the link by which this browser reads in this pole, as long as it opens."""
    pk = request.session.get(READING, {}).get(str(request.pole.pk))
    return queries.reading_link_open(request.pole, pk, request.today) if pk else None
