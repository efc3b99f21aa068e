"""Who is let in to what lasts: those inside, those who read by a link, and everybody where the pole shows it."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse

from phares.rooms.commons.refusals import require
from phares.rooms.impact import permissions

View = Callable[..., HttpResponse]


def readers(view: View) -> View:
    """Let in those who may see the figures; show the way in to visitors where the pole keeps them inside."""

    @functools.wraps(view)
    def gated(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if not permissions.can_see_figures(request.actor, request.pole):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            require(False)
        return view(request, *args, **kwargs)

    return gated
