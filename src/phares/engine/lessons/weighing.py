"""Proposals weighed by past refusals: those like what was set aside come lower, none is hidden, all still add up.

    points off = AWAY * n / (n + HALF), for n past refusals whose reason also holds for the proposal

A refusal given « too far » holds for what is at least as far as what was refused; « not the dates » for what has no
date or time in common that is known; « not enough » for what falls short; « not the terms » for what asks the same in
return, or another thing than was asked; « not our trade » for the same kind of thing. Other reasons teach nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from phares.engine.matching import Item, Match, Reason

AWAY = 0.08
"""The most that refusals can take off: less than the words of a good answer bring."""

HALF = 1.0
"""The number of refusals at which half of it is taken off."""

MICRO = 1_000_000
CODE = "like_refused"


@dataclass(frozen=True, slots=True)
class Lesson:
    """One past refusal: the sort of reason, and what the refused thing was like."""

    why: str
    km: float | None = None
    kind: str | None = None
    exchange: str | None = None


def learned(found: Sequence[Match], lessons: Iterable[Lesson], others: Mapping[str, Item]) -> tuple[Match, ...]:
    """Return the proposals weighed, best first; `others` holds the items proposed by their id, needs or offers.

    A proposal that no refusal is like keeps its score; one that some are like has one more reason, below zero.
    """
    kept = tuple(lessons)
    weighed = [_weighed(match, points_off(match, kept, _other(match, others))) for match in found]
    best = sorted(weighed, key=lambda match: (-match.micro_score, match.need, match.offer))
    return tuple(replace(match, rank=rank) for rank, match in enumerate(best, start=1))


def points_off(match: Match, lessons: Iterable[Lesson], other: Item | None) -> int:
    """Return how many millionths past refusals take off a proposal."""
    times = sum(_HOLDS[lesson.why](match, lesson, other) for lesson in lessons if lesson.why in _HOLDS)
    return round(AWAY * MICRO * times / (times + HALF))


def _weighed(match: Match, off: int) -> Match:
    """Return a proposal with the points taken off as one more reason."""
    if not off:
        return match
    reasons = (*match.reasons, Reason(CODE, -off, {}))
    return replace(match, micro_score=match.micro_score - off, reasons=reasons)


def _other(match: Match, others: Mapping[str, Item]) -> Item | None:
    """Return the item that is proposed: the offer where the need asks, the need where the offer does."""
    return others.get(match.offer) or others.get(match.need)


def _codes(match: Match) -> set[str]:
    return {reason.code for reason in match.reasons}


def _lacks(match: Match) -> set[str]:
    return {lack.code for lack in match.missing}


def _too_far(match: Match, lesson: Lesson, other: Item | None) -> bool:
    km = next((reason.facts["km"] for reason in match.reasons if reason.code == "near"), None)
    return isinstance(km, int | float) and lesson.km is not None and km >= lesson.km


def _not_the_dates(match: Match, lesson: Lesson, other: Item | None) -> bool:
    return not _codes(match) & {"dates_fit", "common_times"} or bool(_lacks(match) & {"days", "times"})


def _not_enough(match: Match, lesson: Lesson, other: Item | None) -> bool:
    return "quantity" in _lacks(match)


def _not_the_terms(match: Match, lesson: Lesson, other: Item | None) -> bool:
    same = other is not None and other.exchange is not None and other.exchange == lesson.exchange
    return same or "exchange" in _lacks(match)


def _not_our_trade(match: Match, lesson: Lesson, other: Item | None) -> bool:
    return other is not None and other.kind is not None and other.kind == lesson.kind


_HOLDS: Mapping[str, Callable[[Match, Lesson, Item | None], bool]] = {
    "too_far": _too_far,
    "not_the_dates": _not_the_dates,
    "not_enough": _not_enough,
    "not_the_terms": _not_the_terms,
    "not_our_trade": _not_our_trade,
}
