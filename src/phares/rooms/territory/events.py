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
