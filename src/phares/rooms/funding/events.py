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


@dataclass(frozen=True)
class CallNoted:
    """A call was noted, by hand or from a file."""

    pole_id: int
    call_id: int


@dataclass(frozen=True)
class CallChanged:
    """What a call asks was corrected, or a row added or taken off."""

    pole_id: int
    call_id: int


@dataclass(frozen=True)
class CallsBrought:
    """A file of calls was read, to be looked at."""

    pole_id: int
    call_import_id: int


@dataclass(frozen=True)
class WatchSaved:
    """A person wants to hear of some calls."""

    pole_id: int
    watch_id: int


@dataclass(frozen=True)
class WatchSeen:
    """A person looked at what a watch found."""

    pole_id: int
    watch_id: int


@dataclass(frozen=True)
class WatchMailsStopped:
    """A person wants no more mails of a watch."""

    pole_id: int
    watch_id: int


@dataclass(frozen=True)
class WatchDropped:
    """A person wants to hear of these calls no more."""

    pole_id: int


@dataclass(frozen=True)
class ApplicationBegun:
    """A common answer to a call was begun."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class TeamChanged:
    """A structure was put in a team that is being composed, or taken out."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class TeamsAsked:
    """The best teams were asked for."""

    pole_id: int
    application_id: int
    composition_id: int


@dataclass(frozen=True)
class TeamsFound:
    """A search for teams is over."""

    pole_id: int
    application_id: int
    composition_id: int


@dataclass(frozen=True)
class MembersInvited:
    """The members of a team were asked to take part."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class InvitationAnswered:
    """A structure said whether it takes part."""

    pole_id: int
    application_id: int
    member_id: int


@dataclass(frozen=True)
class GoSaid:
    """A structure said whether the file should leave."""

    pole_id: int
    application_id: int
    member_id: int


@dataclass(frozen=True)
class GroupChosen:
    """The form of a group and its lead were chosen."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class SharesWritten:
    """The shares of the partners were written."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class BudgetWritten:
    """A partner wrote its row of the common budget."""

    pole_id: int
    application_id: int
    member_id: int


@dataclass(frozen=True)
class ProposedIndicatorsChanged:
    """What an answer proposes to be judged on changed."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class PaperBrought:
    """A paper was brought, by a structure for every call or for one file alone."""

    pole_id: int
    paper_id: int


@dataclass(frozen=True)
class ApplicationFiled:
    """A file left; what it held is frozen."""

    pole_id: int
    application_id: int


@dataclass(frozen=True)
class ResultRecorded:
    """What became of an answer is known."""

    pole_id: int
    application_id: int
