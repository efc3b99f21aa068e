"""One need asked of offers: which pairs may stand, what each is worth exactly, and the best of them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from phares.engine.lexicon import Lexicon
from phares.engine.matching import formula
from phares.engine.matching.item import Item
from phares.engine.matching.outcome import MICRO, Match, Reason, micro
from phares.engine.matching.pair import Answer, Question, text_reasons
from phares.engine.matching.reading import Reading
from phares.engine.matching.structure import kind_reasons, other_reasons, shortfalls

NOISE = 200
"""Millionths by which a score from the sparse rows may differ from the exact one."""

FLOOR = micro(formula.LEAST_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Found:
    """A pair with its exact reasons, not yet ranked."""

    offer: Item
    micro_score: int
    reasons: tuple[Reason, ...]

    @property
    def merit(self) -> tuple[int, str]:
        """Best first: score, then the offer's id by code point."""
        return -self.micro_score, self.offer.id


@dataclass(frozen=True)
class Asked:
    """A need with what is known around it: the ties between structures and how often each was shown lately."""

    question: Question
    lexicon: Lexicon
    levels: Mapping[frozenset[str], int]
    shown: Mapping[str, int]
    meaning: Mapping[str, int] = field(default_factory=dict)
    """Millionths that a local embedder brings, by offer; empty when none is plugged in."""

    @property
    def need(self) -> Item:
        """The need itself."""
        return self.question.reading.item

    def about(self, offer: Item, text: float) -> float | None:
        """The score to within the noise, from what the text brings; nothing when the evidence cannot be enough."""
        kind = _sum(kind_reasons(self.need, offer))
        if text + kind + NOISE < FLOOR:
            return None
        worth = text + kind + _sum(self.around(offer))
        return worth + _sum(self.guarded(offer, worth))

    def around(self, offer: Item) -> list[Reason]:
        """What place, time, quantity and ties bring."""
        return list(other_reasons(self.need, offer, self.levels.get(frozenset((self.need.by, offer.by)), 0)))

    def guarded(self, offer: Item, worth: float) -> list[Reason]:
        """The points that a structure shown often lately gives up, of what its offer is worth."""
        times = self.shown.get(offer.by, 0)
        points = -micro(formula.guard(times, worth / MICRO))
        return [Reason("shown_often", points, {"times": times})] if points else []

    def found(self, reading: Reading) -> Found | None:
        """The exact worth of one offer, or nothing when words, ideas, kind and tags give too little evidence."""
        text = text_reasons(self.question, Answer(reading), self.lexicon)
        meant = self.meaning.get(reading.item.id, 0)
        if meant:
            text.append(Reason("close_meaning", meant))
        evidence = text + list(kind_reasons(self.need, reading.item))
        if not text or _sum(evidence) < FLOOR:
            return None
        gained = evidence + self.around(reading.item)
        every = gained + self.guarded(reading.item, _sum(gained))
        reasons = sorted(every, key=lambda reason: (-reason.micro_points, reason.code))
        return Found(reading.item, _sum(reasons), tuple(reasons))

    def best(self, promising: Iterable[tuple[float, Reading]], top: int) -> tuple[Match, ...]:
        """The best `top` of offers that come with their score to within `NOISE`, greatest first."""
        held: list[Found] = []
        for about, reading in promising:
            if len(held) >= top and about + NOISE < held[top - 1].micro_score:
                break
            found = self.found(reading)
            if found is not None:
                insort(held, found, key=lambda one: one.merit)
        return tuple(self._ranked(held[:top]))

    def _ranked(self, held: Iterable[Found]) -> Iterator[Match]:
        for rank, one in enumerate(held, start=1):
            missing = tuple(shortfalls(self.need, one.offer))
            yield Match(self.need.id, one.offer.id, rank, one.micro_score, one.reasons, missing)


def _sum(reasons: Iterable[Reason]) -> int:
    return sum(reason.micro_points for reason in reasons)
