"""The map of the public site, for search engines; one too long for them comes in parts (sitemaps.org, protocol 0.9)."""

from datetime import datetime
from operator import attrgetter
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from phares.rooms.commons.http import reads
from phares.rooms.directory.actors import VISITOR
from phares.rooms.directory.models import Pole
from phares.rooms.directory.permissions import visible_structures
from phares.rooms.publishing.permissions import visible_sheets
from phares.rooms.publishing.queries.agenda import gatherings_in_calendar

IN_PART, LAST_PART = 5000, 10_000
PAGES = (
    "directory:public",
    "directory:about",
    "directory:structures",
    "directory:gatherings",
    "cooperation:items",
    "publishing:sheets",
    "publishing:contact",
    "publishing:shared_tables",
    "publishing:newsletters",
)
Addresses = list[tuple[str, datetime | None]]


def _structures(pole: Pole) -> Any:
    found = visible_structures(VISITOR, pole).filter(name_is_established=True)
    return found.select_related("pole").order_by("pk")


def _sheets(pole: Pole) -> Any:
    return visible_sheets(VISITOR, pole).select_related("pole", "version").order_by("pk")


LISTS: dict[str, tuple[Any, Any]] = {
    "structures": (_structures, attrgetter("described_at")),
    "fiches": (_sheets, attrgetter("version.published_at")),
}


def _of_list(pole: Pole, name: str, number: int) -> Addresses:
    """Return the addresses of one part of a list."""
    rows, changed = LISTS[name]
    return [(one.get_absolute_url(), changed(one)) for one in rows(pole)[(number - 1) * IN_PART : number * IN_PART]]


def _pages(pole: Pole) -> Addresses:
    """Return the pages that every pole has, and its gatherings."""
    pages: Addresses = [(reverse(name, args=[pole.slug]), None) for name in PAGES]
    return [*pages, *((one.get_absolute_url(), one.planned_at) for one in gatherings_in_calendar(pole))]


def _map(request: Any, addresses: Addresses) -> HttpResponse:
    pages = [(request.build_absolute_uri(address), changed) for address, changed in addresses]
    return render(request, "publishing/site_map.xml", {"pages": pages}, content_type="application/xml")


@reads
def site_map(request: Any) -> HttpResponse:
    """Give every address that everybody may read; of a long list, where its parts are."""
    pole = request.pole
    counts = {name: rows(pole).count() for name, (rows, _changed) in LISTS.items()}
    if sum(counts.values()) <= IN_PART:
        return _map(request, [*_pages(pole), *(row for name in LISTS for row in _of_list(pole, name, 1))])
    parts = [("pages", 1)]
    parts += [(name, number) for name, count in counts.items() for number in range(1, -(-count // IN_PART) + 1)]
    addresses = [
        request.build_absolute_uri(reverse("publishing:site_map_part", args=[pole.slug, *part])) for part in parts
    ]
    return render(request, "publishing/site_map_parts.xml", {"parts": addresses}, content_type="application/xml")


@reads
def site_map_part(request: Any, name: str, number: int) -> HttpResponse:
    """Give one part of a long map."""
    if name == "pages" and number == 1:
        return _map(request, _pages(request.pole))
    rows = _of_list(request.pole, name, number) if name in LISTS and 1 <= number <= LAST_PART else []
    if not rows:
        raise Http404
    return _map(request, rows)
