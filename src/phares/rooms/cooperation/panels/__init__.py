"""What cooperation shows on the pages of the rooms below, one file per page."""

from phares.rooms.commons.panels import Panel
from phares.rooms.cooperation.panels import asked, bourse, home, public, residents, search, structure, week

PANELS: tuple[Panel, ...] = (
    Panel("public", "cooperation/panels/story.html", public.show_story),
    Panel("public", "cooperation/panels/figures.html", public.show_figures),
    Panel("home", "directory/parts/block.html", asked.show),
    Panel("home", "directory/parts/block.html", home.show),
    Panel("week", "directory/parts/block.html", week.show),
    Panel("structure", "cooperation/panels/structure.html", structure.show),
    Panel("search", "directory/search.html", search.show),
    Panel("residents", "cooperation/panels/residents.html", residents.show),
    Panel("week", "directory/parts/block.html", asked.show_week),
    Panel("gathering", "cooperation/panels/bourse.html", bourse.show),
)
