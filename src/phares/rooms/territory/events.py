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
