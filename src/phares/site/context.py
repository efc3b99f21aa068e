"""What every template may count on: the pole, who acts, with which mandates, where one can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from phares.rooms.cooperation import permissions
from phares.rooms.directory.actors import VISITOR, Actor
from phares.rooms.directory.models import Pole
from phares.site.navigation import navigation


def acting(request: HttpRequest) -> dict[str, Any]:
    """Return the pole, the actor, the mandates to choose from, the navigation, and whether this is the demo."""
    pole, actor = getattr(request, "pole", None), getattr(request, "actor", VISITOR)
    return {
        "pole": pole,
        "actor": actor,
        "quick_links": _quick_links(pole, actor) if pole is not None else [],
        "reading_url": reverse("directory:reading", args=[pole.slug]) if pole is not None and actor.link else "",
        "my_mandates": getattr(request, "mandates", []),
        "navigation": navigation(request),
        "demo": settings.DEMO,
        **(
            _within(pole.slug)
            if pole is not None
            else {"home_url": "/", "foot_links": [], "use_mandate_url": "", "feeds": []}
        ),
    }


def _quick_links(pole: Pole, actor: Actor) -> list[dict[str, str]]:
    """Return what the home and the week offer at their top, one tap away."""
    offered = [
        (permissions.can_say, _("Dire un besoin"), "cooperation:say", "?cote=need", "need"),
        (permissions.can_note_in_passing, _("Noter en passant"), "cooperation:note_in_passing", "", "edit"),
    ]
    return [
        {"label": label, "url": reverse(name, args=[pole.slug]) + query, "icon": icon}
        for allowed, label, name, query, icon in offered
        if allowed(actor, pole)
    ]


def _within(slug: str) -> dict[str, Any]:
    """Return the addresses that the header and the foot of a pole's pages lead to."""
    foot = [
        (_("Le pôle"), "directory:about"),
        (_("Rencontres"), "directory:gatherings"),
        (_("Qui était là le…"), "directory:presence"),
        (_("Qui peut faire quoi"), "directory:roles"),
        (_("Lettres"), "publishing:newsletters"),
        (_("Données ouvertes"), "publishing:shared_tables"),
        (_("Nous joindre"), "publishing:contact"),
        (_("Comment on le sait"), "cooperation:method"),
        (_("Données personnelles"), "directory:processing_register"),
    ]
    return {
        "home_url": reverse("directory:public", args=[slug]),
        "foot_links": [{"label": label, "url": reverse(name, args=[slug])} for label, name in foot],
        "use_mandate_url": reverse("directory:act_for", args=[slug]),
        "feeds": [
            {"type": kind, "title": title, "url": reverse(name, args=[slug])}
            for kind, title, name in (
                ("application/atom+xml", _("Fiches d’expérience"), "publishing:sheets_atom"),
                ("text/calendar", _("Rencontres"), "publishing:agenda_calendar"),
            )
        ],
    }
