"""The nouns of impact."""

from phares.rooms.impact.models.indicator import Indicator, Way
from phares.rooms.impact.models.measure import Measure
from phares.rooms.impact.models.public_figures import PublicFigures
from phares.rooms.impact.models.report import GapReason, Report, ReportLink, ReportVersion
from phares.rooms.impact.models.result import Result

__all__ = [
    "GapReason",
    "Indicator",
    "Measure",
    "PublicFigures",
    "Report",
    "ReportLink",
    "ReportVersion",
    "Result",
    "Way",
]
