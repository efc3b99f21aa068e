"""What every template may count on: the pole, who acts, with which mandates, where one can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.directory.actors import VISITOR
from phares.site.navigation import navigation


def acting(request: HttpRequest) -> dict[str, Any]:
    """Return the pole, the actor, the mandates to choose from, the navigation, and whether this is the demo."""
    pole = getattr(request, "pole", None)
    return {
        "pole": pole,
        "actor": getattr(request, "actor", VISITOR),
        "my_mandates": getattr(request, "mandates", []),
        "navigation": navigation(request),
        "demo": settings.DEMO,
        **(_within(pole.slug) if pole is not None else {"home_url": "/", "foot_links": [], "use_mandate_url": ""}),
    }


def _within(slug: str) -> dict[str, Any]:
    """Return the addresses that the header and the foot of a pole's pages lead to."""
    foot = [
        (_("Le pôle"), "directory:about"),
        (_("Qui était là le…"), "directory:presence"),
        (_("Qui peut faire quoi"), "directory:roles"),
        (_("Comment on le sait"), "cooperation:method"),
    ]
    return {
        "home_url": reverse("directory:public", args=[slug]),
        "foot_links": [{"label": label, "url": reverse(name, args=[slug])} for label, name in foot],
        "use_mandate_url": reverse("directory:act_for", args=[slug]),
    }
