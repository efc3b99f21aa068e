"""Where one can go: the few entries of the header, each shown to those who may open it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory import permissions


@dataclass(frozen=True)
class Entry:
    """One entry of the header."""

    label: Any
    url: str
    current: bool


_ENTRIES = [
    ("directory:week", _("La semaine"), permissions.can_see_week),
    ("directory:home", _("Bonjour"), lambda actor, pole: actor.holder is not None),
    ("cooperation:items", _("Besoins et offres"), lambda actor, pole: True),
    ("cooperation:register", _("Coopérations"), lambda actor, pole: True),
    ("directory:structures", _("Structures"), lambda actor, pole: True),
]


def navigation(request: Any) -> list[Entry]:
    """Return the entries that this actor may open in this pole, the current one marked."""
    pole = getattr(request, "pole", None)
    if pole is None:
        return []
    shown = [(name, label) for name, label, allowed in _ENTRIES if allowed(request.actor, pole)]
    addresses = [(label, reverse(name, args=[pole.slug])) for name, label in shown]
    return [Entry(label, url, request.path.startswith(url)) for label, url in addresses]
