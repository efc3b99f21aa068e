"""The nouns of impact."""

from phares.rooms.impact.models.indicator import Indicator, Way
from phares.rooms.impact.models.measure import Measure
from phares.rooms.impact.models.public_figures import PublicFigures

__all__ = ["Indicator", "Measure", "PublicFigures", "Way"]
