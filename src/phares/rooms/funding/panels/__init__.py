"""What funding shows on the pages of the rooms below."""

from phares.rooms.commons.panels import Panel
from phares.rooms.funding.panels import cooperation, home, letter, week

PANELS: tuple[Panel, ...] = (
    Panel("cooperation", "funding/panels/cooperation.html", cooperation.show),
    Panel("letter", "directory/parts/block.html", letter.show),
    Panel("home", "directory/parts/block.html", home.show),
    Panel("home", "directory/parts/block.html", week.show_grants),
    Panel("home", "directory/parts/block.html", week.show_applications),
    Panel("week", "directory/parts/block.html", week.show_applications),
    Panel("week", "directory/parts/block.html", week.show_grants),
)
