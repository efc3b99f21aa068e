"""Where one can go: the few entries of the header, each shown to those who may open it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phares.rooms.directory import permissions
from phares.rooms.impact.permissions import can_see_figures


@dataclass(frozen=True)
class Entry:
    """One entry of the header."""

    label: Any
    url: str
    current: str
    """As aria-current says it: the page itself, one within it ("true"), or nothing."""


def _has_a_home(actor: Any, pole: Any) -> bool:
    """Whoever acts for somebody, notes for others or keeps the money has a home; those who run the pole, the week."""
    keeps = actor.may("note_for_others", pole) or actor.may("keep_funding", pole)
    return actor.holder is not None or (keeps and not permissions.can_see_week(actor, pole))


def _may_read_figures(actor: Any, pole: Any) -> bool:
    """A pole known from its sources alone counts nothing."""
    return not pole.is_public_record and can_see_figures(actor, pole)


_ENTRIES = [
    ("directory:week", _("La semaine"), permissions.can_see_week),
    ("directory:home", _("Bonjour"), _has_a_home),
    ("cooperation:items", _("Besoins et offres"), lambda actor, pole: not pole.is_public_record),
    ("territory:voices", _("Paroles"), lambda actor, pole: not pole.is_public_record),
    ("cooperation:register", _("Coopérations"), lambda actor, pole: not pole.is_public_record),
    ("funding:calls", _("Appels"), lambda actor, pole: True),
    ("impact:network", _("Ce qui dure"), _may_read_figures),
    ("directory:about", _("Le pôle"), lambda actor, pole: pole.is_public_record),
    ("directory:structures", _("Structures"), lambda actor, pole: True),
    ("directory:search", _("Chercher"), lambda actor, pole: True),
    ("publishing:sheets", _("Fiches"), lambda actor, pole: True),
]


_WITHIN = {
    "cooperation:items": ("besoins", "dire", "rapprochements", "chaines", "a-plusieurs"),
    "territory:voices": ("paroles", "problemes", "ateliers", "restitutions", "territoire"),
    "cooperation:register": ("cooperations", "en-passant", "emplois", "nees-d-ici", "liens"),
    "funding:calls": ("appels", "reponses", "pieces", "subventions"),
    "impact:network": ("reseau", "chiffres", "indicateurs", "mesures", "bilans", "resultats"),
    "directory:structures": ("structures", "autour", "qui-etait-la", "groupes", "personnes"),
    "publishing:sheets": ("fiches", "redaction", "rubriques"),
}
"""The first words of the addresses that belong to an entry, where they are more than its own."""


def _current(name: str, url: str, path: str) -> str:
    if path == url:
        return "page"
    section = path.split("/")[2:3]
    return "true" if path.startswith(url) or (section and section[0] in _WITHIN.get(name, ())) else ""


def navigation(request: Any) -> list[Entry]:
    """Return the entries that this actor may open in this pole, the current one marked."""
    pole = getattr(request, "pole", None)
    if pole is None:
        return []
    shown = [(name, label) for name, label, allowed in _ENTRIES if allowed(request.actor, pole)]
    addresses = [(name, label, reverse(name, args=[pole.slug])) for name, label in shown]
    return [Entry(label, url, _current(name, url, request.path)) for name, label, url in addresses]
