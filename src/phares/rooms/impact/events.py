"""What happens in impact; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FiguresShown:
    """The pole lets everybody read its network and its figures."""

    pole_id: int


@dataclass(frozen=True)
class FiguresHidden:
    """The pole keeps its network and its figures for those who have entered."""

    pole_id: int


@dataclass(frozen=True)
class IndicatorMeasured:
    """An indicator was measured over a period, or a measure corrected: one more version."""

    pole_id: int
    measure_id: int
