"""What every template may count on: the pole, who acts, with which mandates, where one can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from phares.rooms.directory.actors import VISITOR
from phares.site.navigation import navigation


def acting(request: HttpRequest) -> dict[str, Any]:
    """Return the pole, the actor, the mandates to choose from, the navigation, and whether this is the demonstration."""
    return {
        "pole": getattr(request, "pole", None),
        "actor": getattr(request, "actor", VISITOR),
        "my_mandates": getattr(request, "mandates", []),
        "navigation": navigation(request),
        "demo": settings.DEMO,
    }
