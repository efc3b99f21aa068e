"""What funding shows on the pages of the rooms below."""

from phares.rooms.commons.panels import Panel
from phares.rooms.funding.panels import week

PANELS: tuple[Panel, ...] = (Panel("week", "directory/parts/block.html", week.show_grants),)
