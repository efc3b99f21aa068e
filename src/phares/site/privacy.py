"""Which processings of personal records this site declares, room by room, in the order of the register."""

from phares.rooms.commons import privacy
from phares.rooms.cooperation import privacy as cooperation
from phares.rooms.directory import privacy as directory
from phares.rooms.funding import privacy as funding
from phares.rooms.impact import privacy as impact
from phares.rooms.publishing import privacy as publishing
from phares.rooms.territory import privacy as territory


def register() -> None:
    """Hand the registry of commons what every room declares."""
    privacy.declare(
        *directory.PROCESSINGS,
        *cooperation.PROCESSINGS,
        *funding.PROCESSINGS,
        *territory.PROCESSINGS,
        *impact.PROCESSINGS,
        *publishing.PROCESSINGS,
    )
