"""Which room gives what to a structure that takes its data away."""

from phares.rooms.commons import takeaway
from phares.rooms.cooperation import takeaway as cooperation
from phares.rooms.directory import takeaway as directory
from phares.rooms.funding import takeaway as funding
from phares.rooms.impact import takeaway as impact
from phares.rooms.publishing import takeaway as publishing
from phares.rooms.territory import takeaway as territory


def register() -> None:
    """Hand the registry of commons what each room gives."""
    takeaway.offer(directory.parts, cooperation.parts, funding.parts, territory.parts, impact.parts, publishing.parts)
