"""What happens in territory; ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ListeningRulesSet:
    """The languages of the cards, or how long contacts are kept, were chosen."""

    pole_id: int


@dataclass(frozen=True)
class DistrictsBrought:
    """The districts of the territory were drawn, or brought in a file."""

    pole_id: int


@dataclass(frozen=True)
class VoiceSaid:
    """Somebody said what is missing, or what could be done."""

    pole_id: int
    voice_id: int


@dataclass(frozen=True)
class VoicesBrought:
    """Voices collected elsewhere were brought in a table."""

    pole_id: int


@dataclass(frozen=True)
class VoicePlaced:
    """The place that a voice speaks of was shown on the map."""

    pole_id: int
    voice_id: int


@dataclass(frozen=True)
class VoiceRead:
    """A voice was read over: kept, or set aside with the rule that says why."""

    pole_id: int
    voice_id: int


@dataclass(frozen=True)
class VoiceErased:
    """Whoever said it, or the day that they had set, took a voice away."""

    pole_id: int
    voice_id: int


@dataclass(frozen=True)
class PartAsked:
    """Whoever said it wants to take part in what comes of it."""

    pole_id: int
    voice_id: int


@dataclass(frozen=True)
class VoiceTold:
    """Whoever said it was told what became of it."""

    pole_id: int
    voice_id: int


@dataclass(frozen=True)
class ProblemWritten:
    """A problem was written, or written again."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class ProblemSplit:
    """Some voices of a problem became a problem of their own."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class ProblemMerged:
    """A problem was merged into another."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class ProblemObserved:
    """A structure, or a source, said what it sees of a problem."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class ProblemAnswered:
    """Something answers a problem, in part or in whole."""

    pole_id: int
    problem_id: int
    response_id: int


@dataclass(frozen=True)
class ResponseResultNoted:
    """A response gave something, on a day."""

    pole_id: int
    problem_id: int
    response_id: int


@dataclass(frozen=True)
class ProblemCoordinated:
    """A structure coordinates the responses to a problem, or no longer does."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class FiguresBrought:
    """Figures of the territory were brought in a table."""

    pole_id: int


@dataclass(frozen=True)
class WorkshopPlanned:
    """A workshop was planned."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopCardsChosen:
    """Cards were chosen for a workshop, or problems put on its wall."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopCardSorted:
    """A card was put under a problem, set aside or taken back."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopProblemsMerged:
    """Two problems of a wall were put together, or taken apart again."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopPeopleCounted:
    """Those who are at a workshop were counted, by kind."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopTurned:
    """A workshop went on to its next part, or back to the one before."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopDotsPlaced:
    """Dots were counted from the wall, or placed from a phone; never by whom."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopDecisionNoted:
    """A decision of a workshop was noted, or taken out again."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopClosed:
    """A workshop was closed: its minutes stay as they are."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class WorkshopMinutesSent:
    """The minutes of a workshop were given to those who were there."""

    pole_id: int
    workshop_id: int


@dataclass(frozen=True)
class RestitutionBegun:
    """What is told back of a period was drafted."""

    pole_id: int
    restitution_id: int


@dataclass(frozen=True)
class RestitutionWritten:
    """Words were written for what is told back of a period."""

    pole_id: int
    restitution_id: int


@dataclass(frozen=True)
class RestitutionTranslated:
    """The texts of a restitution were given in another language."""

    pole_id: int
    restitution_id: int


@dataclass(frozen=True)
class RestitutionPublished:
    """What is told back of a period was published, or corrected."""

    pole_id: int
    restitution_id: int


@dataclass(frozen=True)
class AddressesBrought:
    """A list of addresses of the territory was brought, so that one typed on a card finds its place."""

    pole_id: int


@dataclass(frozen=True)
class ProblemFiguresChosen:
    """Figures were put beside a problem, or taken from it."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class ProblemNeeded:
    """A need was made of a problem."""

    pole_id: int
    problem_id: int


@dataclass(frozen=True)
class ResidentTookPart:
    """It was asked, for whoever said it or for their group, to be a party to a cooperation, with a role."""

    pole_id: int
    voice_id: int
    cooperation_id: int
