"""A time that two sides agreed on, as a file that every calendar reads (RFC 5545)."""

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from phares.rooms.cooperation.models import ProposedTime

PRODUCT = "-//Phares//FR"


def ics(time: ProposedTime, address: str) -> bytes:
    """Return the calendar file of one time; the same time keeps its name, so that a calendar holds it once."""
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{address}#{time.pk}")))
    event.add("dtstamp", time.answered_at or time.proposed_at)
    event.add("dtstart", time.starts_at)
    event.add("dtend", time.starts_at + timedelta(minutes=time.minutes))
    event.add("summary", f"{time.match.need.holder} / {time.match.holder}")
    event.add("description", f"{time.match.need.title}\n{address}")
    event.add("url", address)
    event.add("status", "CONFIRMED" if time.accepted else "TENTATIVE")
    if time.place:
        event.add("location", time.place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
