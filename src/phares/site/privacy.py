"""Which processings of personal records this site declares, room by room, in the order of the register."""

from phares.rooms.commons import privacy
from phares.rooms.cooperation import privacy as cooperation
from phares.rooms.directory import privacy as directory
from phares.rooms.funding import privacy as funding
from phares.rooms.impact import privacy as impact
from phares.rooms.publishing import privacy as publishing


def register() -> None:
    """Hand the registry of commons what every room declares."""
    privacy.declare(
        *directory.PROCESSINGS,
        *cooperation.PROCESSINGS,
        *funding.PROCESSINGS,
        *impact.PROCESSINGS,
        *publishing.PROCESSINGS,
    )
