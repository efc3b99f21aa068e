"""The first words of a newsletter: what happened since a day, as those who will read it may know it."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from phares.rooms.commons.days import day_words
from phares.rooms.cooperation import permissions as cooperation
from phares.rooms.cooperation.models import Fact, Item
from phares.rooms.cooperation.models.cooperation import Openness
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Gathering, Membership, Pole, Structure
from phares.rooms.directory.permissions import structure_is_visible
from phares.rooms.publishing.masking import masked
from phares.rooms.publishing.models.newsletter import Audience
from phares.rooms.publishing.queries.sheets import Asked, index_lines, sheets_found

MOST = 8
AHEAD = timedelta(days=60)


def drafted_text(pole: Pole, audience: str, since_on: date, today: date) -> str:
    """Return the draft as light markup, a part without anything to say being left out.

    What only the pole may know stands in an internal letter alone; what parties keep between them, in none.
    """
    inside = audience == Audience.INTERNAL
    parts = [
        (_("À venir"), _gatherings(pole, today)),
        (_("Des fiches parues"), _sheets(pole, since_on)),
        (_("Ce qui s’est passé"), _facts(pole, since_on, inside=inside)),
        (_("Elles arrivent"), _arrivals(pole, since_on, today, inside=inside)),
        (_("On cherche, on propose"), _items(pole, since_on, today, inside=inside)),
    ]
    written = [f"## {title}\n\n" + "\n".join(f"- {line}" for line in lines) for title, lines in parts if lines]
    hello = _("Bonjour,")
    nothing = _("Peu de choses depuis le %(day)s : c’est le moment de raconter.") % {"day": day_words(since_on)}
    text = "\n\n".join([hello, *(written or [nothing])])
    return text if inside else masked(text, _hidden_names(pole))


def _hidden_names(pole: Pole) -> list[str]:
    """Return the names of those who show their page to the pole only."""
    hidden = Structure.objects.filter(pole=pole).exclude(structure_is_visible(VISITOR, pole))
    return [name for one in hidden.filter(name_is_established=True) for name in (one.name, one.acronym)]


def _link(words: str, path: str) -> str:
    """Return words that lead to a page; what people wrote holds no mark of its own."""
    plain = "".join(sign for sign in words if sign not in "[]()<>*_`#\\")
    return f"[{plain}]({settings.PHARES_PUBLIC_ADDRESS.rstrip('/')}{path})"


def _gatherings(pole: Pole, today: date) -> list[str]:
    found = Gathering.objects.filter(pole=pole, starts_at__date__gte=today, starts_at__date__lte=today + AHEAD)
    rows = found.select_related("pole").order_by("starts_at", "pk")[:MOST]
    return [f"{day_words(one.starts_at, weekday=True)} : {_link(one.title, one.get_absolute_url())}" for one in rows]


def _sheets(pole: Pole, since_on: date) -> list[str]:
    found = sheets_found(VISITOR, pole, Asked()).filter(version__published_at__date__gte=since_on)[:MOST]
    return [_link(one.words["title"], one.sheet.get_absolute_url()) for one in index_lines(VISITOR, pole, found)]


def _facts(pole: Pole, since_on: date, *, inside: bool) -> list[str]:
    openness = [Openness.PUBLIC, Openness.POLE] if inside else [Openness.PUBLIC]
    found = Fact.objects.filter(cooperation__pole=pole, cooperation__openness__in=openness, on__gte=since_on)
    rows = found.select_related("cooperation__pole").order_by("-on", "-pk")[:MOST]
    return [f"{one.what} ({_link(one.cooperation.title, one.cooperation.get_absolute_url())})" for one in rows]


def _arrivals(pole: Pole, since_on: date, today: date, *, inside: bool) -> list[str]:
    found = Membership.objects.filter(structure__pole=pole, from_on__gte=since_on, from_on__lte=today)
    if not inside:
        found = found.filter(structure_is_visible(VISITOR, pole, "structure__"))
    rows = found.select_related("structure__pole").order_by("from_on", "pk")[:MOST]
    return [
        _with_mission(_link(one.structure.name, one.structure.get_absolute_url()), one.structure.mission)
        for one in rows
    ]


def _with_mission(name: str, mission: str) -> str:
    return " : ".join(filter(None, [name, mission]))


def _items(pole: Pole, since_on: date, today: date, *, inside: bool) -> Iterable[str]:
    found = cooperation.visible_items(VISITOR, pole) if not inside else Item.objects.filter(pole=pole)
    rows = found.open_on(today).filter(said_on__gte=since_on).select_related("pole").order_by("side", "-pk")[:MOST]
    return [f"{one.get_side_display()} : {_link(one.title, one.get_absolute_url())}" for one in rows]
