"""The acts of impact, one file per noun."""

from phares.rooms.impact.actions.measure import Aims, freeze_measure, write_measure
from phares.rooms.impact.actions.public_figures import hide_figures, show_figures
from phares.rooms.impact.actions.report import give_report_link, put_report_out, write_report
from phares.rooms.impact.actions.result import Shot, note_result, withdraw_result

__all__ = [
    "Aims",
    "Shot",
    "freeze_measure",
    "give_report_link",
    "hide_figures",
    "note_result",
    "put_report_out",
    "show_figures",
    "withdraw_result",
    "write_measure",
    "write_report",
]
