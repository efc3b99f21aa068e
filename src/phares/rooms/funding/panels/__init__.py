"""What funding shows on the pages of the rooms below."""

from phares.rooms.commons.panels import Panel
from phares.rooms.funding.panels import home, week

PANELS: tuple[Panel, ...] = (
    Panel("home", "directory/parts/block.html", home.show),
    Panel("week", "directory/parts/block.html", week.show_applications),
    Panel("week", "directory/parts/block.html", week.show_grants),
)
