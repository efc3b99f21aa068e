"""The nouns of territory, one file each."""

from phares.rooms.territory.models.contact import VoiceContact
from phares.rooms.territory.models.district import District
from phares.rooms.territory.models.figure import Figure
from phares.rooms.territory.models.problem import Observation, Problem, ProblemVoice
from phares.rooms.territory.models.response import Response, ResponseResult
from phares.rooms.territory.models.restitution import Restitution, RestitutionLine, RestitutionVersion
from phares.rooms.territory.models.rules import ListeningRules
from phares.rooms.territory.models.voice import Voice
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
    "RestitutionVersion",
    "Voice",
    "VoiceContact",
    "Workshop",
    "WorkshopCard",
    "WorkshopDecision",
    "WorkshopDots",
    "WorkshopPresence",
    "WorkshopProblem",
]
