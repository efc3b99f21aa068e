"""What happens in funding; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GrantOpened:
    """A grant was written down: by hand, or because a call was won."""

    pole_id: int
    grant_id: int


@dataclass(frozen=True)
class GrantPaymentPlanned:
    """A payment of a grant is expected on a day."""

    pole_id: int
    grant_id: int


@dataclass(frozen=True)
class GrantPaymentReceived:
    """A payment of a grant came in."""

    pole_id: int
    grant_id: int


@dataclass(frozen=True)
class IndicatorPromised:
    """The pole promised a figure to a funder."""

    pole_id: int
    grant_id: int


@dataclass(frozen=True)
class GrantLineRemoved:
    """A payment or an indicator written by mistake was taken off a grant."""

    pole_id: int
    grant_id: int


@dataclass(frozen=True)
class GrantReportSent:
    """The report of a grant was sent to its funder."""

    pole_id: int
    grant_id: int
