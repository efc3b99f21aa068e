"""The acts of impact, one file per noun."""

from phares.rooms.impact.actions.measure import Aims, freeze_measure, write_measure
from phares.rooms.impact.actions.public_figures import hide_figures, show_figures

__all__ = ["Aims", "freeze_measure", "hide_figures", "show_figures", "write_measure"]
