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


@dataclass(frozen=True)
class ResultNoted:
    """Something promised to one funder or more was reached, in part or whole."""

    pole_id: int
    result_id: int


@dataclass(frozen=True)
class ResultWithdrawn:
    """A result was taken back."""

    pole_id: int
    result_id: int


@dataclass(frozen=True)
class ReportWritten:
    """The report of a grant was written or changed."""

    pole_id: int
    report_id: int


@dataclass(frozen=True)
class ReportPutOut:
    """A version of a report may be read by its funder."""

    pole_id: int
    report_id: int
    report_version_id: int


@dataclass(frozen=True)
class ReportLinkGiven:
    """A funder was given a link that opens one report."""

    pole_id: int
    report_id: int
    reading_link_id: int
