"""Calendar files: gatherings as any calendar reads them (RFC 5545)."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event

from phares.rooms.directory.models import Gathering

USUAL = timedelta(hours=2)
"""How long a gathering is shown to last where nobody said when it ends."""


def of_gatherings(gatherings: Iterable[Gathering], site: str) -> bytes:
    """Return a calendar of gatherings; one that was called off says so, so that it leaves the calendars that had it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Phares//FR")
    calendar.add("version", "2.0")
    for gathering in gatherings:
        calendar.add_component(_event(gathering, site))
    return calendar.to_ical()


def _event(gathering: Gathering, site: str) -> Event:
    opened = getattr(gathering, "registration_list", None)
    event = Event()
    event.add("uid", f"rencontre-{gathering.pk}@{site.rsplit('//', maxsplit=1)[-1].split('/', maxsplit=1)[0]}")
    event.add("summary", gathering.title)
    event.add("dtstamp", gathering.planned_at)
    event.add("dtstart", gathering.starts_at)
    event.add("dtend", (opened.ends_at if opened else None) or gathering.starts_at + USUAL)
    event.add("url", site.rstrip("/") + gathering.get_absolute_url())
    event.add("categories", [gathering.get_kind_display()])
    if gathering.place:
        event.add("location", gathering.place)
    if opened and opened.words:
        event.add("description", opened.words)
    if opened and opened.cancelled_at:
        event.add("status", "CANCELLED")
    return event
