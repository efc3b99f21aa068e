"""What the matching answers: proposals with their reasons in whole millionths, so that they add up exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MICRO = 1_000_000


def micro(points: float) -> int:
    """Points as a whole number of millionths, the only unit in which scores are added."""
    return round(points * MICRO)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a pair is proposed: a code, what it stands on (JSON values), and what it brings to the score."""

    code: str
    micro_points: int
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def points(self) -> float:
        """What the reason brings, with six decimals."""
        return self.micro_points / MICRO


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What the offer leaves unanswered of the need: never a reason to hide it, always said."""

    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Match:
    """One proposal: the reasons, strongest first, are the whole of the score."""

    need: str
    offer: str
    rank: int
    micro_score: int
    reasons: tuple[Reason, ...]
    missing: tuple[Shortfall, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the reasons' points, with six decimals."""
        return self.micro_score / MICRO
