"""What cooperation shows on the pages of the rooms below."""

from phares.rooms.commons.panels import Panel

PANELS: tuple[Panel, ...] = ()
