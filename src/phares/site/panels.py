"""Which room offers a panel on which page, in the order shown."""

from phares.rooms.commons import panels
from phares.rooms.cooperation import panels as cooperation
from phares.rooms.funding import panels as funding
from phares.rooms.impact import panels as impact
from phares.rooms.publishing import panels as publishing
from phares.rooms.territory import panels as territory
from phares.site.keeping import week_panel as keeping


def register() -> None:
    """Hand the registry of commons the panels of every upper room."""
    panels.offer(
        *cooperation.PANELS, *funding.PANELS, *territory.PANELS, *impact.PANELS, *publishing.PANELS, *keeping.PANELS
    )
