"""Middleware of the directory: which pole the address names, and as whom the person acts there."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from phares.rooms.directory import queries
from phares.rooms.directory.actors import VISITOR, Actor

CHOSEN_MANDATE = "mandate"


class CurrentPole:
    """Sets `request.pole`, `request.mandates`, `request.actor` and `request.today` before a view runs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor, request.mandates, request.pole = VISITOR, [], None  # type: ignore[attr-defined]
        request.today = timezone.localdate()  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Find the pole and the mandate used; an address of an unknown pole is not found."""
        if "pole" not in kwargs:
            return
        request.pole = queries.pole_named(kwargs.pop("pole"))
        if request.pole is None:
            raise Http404
        if request.user.is_authenticated:
            request.mandates = queries.mandates_of(request.user, request.pole, request.today)
            request.actor = _acting(request)


def _acting(request: Any) -> Actor:
    """Return the person with the mandate chosen for this pole, or with the first one."""
    if not request.mandates:
        return Actor(person=request.user)
    chosen = request.session.get(CHOSEN_MANDATE, {}).get(str(request.pole.pk))
    mandate = next((one for one in request.mandates if one.pk == chosen), request.mandates[0])
    return Actor(person=request.user, mandate=mandate)
