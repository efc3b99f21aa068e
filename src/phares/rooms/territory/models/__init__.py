"""The nouns of territory, one file each."""

from phares.rooms.territory.models.address import Address
from phares.rooms.territory.models.contact import VoiceContact
from phares.rooms.territory.models.district import District
from phares.rooms.territory.models.figure import Figure
from phares.rooms.territory.models.problem import Observation, Problem, ProblemVoice
from phares.rooms.territory.models.response import Response, ResponseResult
from phares.rooms.territory.models.restitution import (
    Restitution,
    RestitutionLine,
    RestitutionTranslation,
    RestitutionVersion,
)
from phares.rooms.territory.models.rules import ListeningRules
from phares.rooms.territory.models.voice import Voice, VoiceSign
from phares.rooms.territory.models.workshop import (
    MinutesSending,
    Workshop,
    WorkshopCard,
    WorkshopDecision,
    WorkshopDots,
    WorkshopPresence,
    WorkshopProblem,
)

__all__ = [
    "Address",
    "District",
    "Figure",
    "ListeningRules",
    "MinutesSending",
    "Observation",
    "Problem",
    "ProblemVoice",
    "Response",
    "ResponseResult",
    "Restitution",
    "RestitutionLine",
    "RestitutionTranslation",
    "RestitutionVersion",
    "Voice",
    "VoiceContact",
    "VoiceSign",
    "Workshop",
    "WorkshopCard",
    "WorkshopDecision",
    "WorkshopDots",
    "WorkshopPresence",
    "WorkshopProblem",
]
