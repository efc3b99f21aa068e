"""Offers read once, then asked for one need after another: the same answers as pair by pair, only sooner.

Sparse rows give every offer's text score at once, to within a little noise; the pairs that may stand among the best
are then worked out exactly, so that neither the order of the input nor that of a sum shows in the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappush, heappushpop

import numpy as np

from phares.engine.lexicon import Lexicon, default_lexicon
from phares.engine.matching import formula
from phares.engine.matching.asked import FLOOR, NOISE, Asked
from phares.engine.matching.item import Item, Refusal, Tie
from phares.engine.matching.meaning import Meaning
from phares.engine.matching.outcome import Match, micro
from phares.engine.matching.pair import Question
from phares.engine.matching.reading import Reading, read
from phares.engine.matching.rows import Rows
from phares.engine.matching.structure import may_meet, most_beside, most_of_structure, strongest_ties


class Index:
    """Offers ready to be asked; reading them is the slow part and is done once."""

    def __init__(self, offers: Iterable[Item], lexicon: Lexicon | None = None, meaning: Meaning | None = None) -> None:
        self._meaning = meaning
        self._lexicon = lexicon or default_lexicon()
        self._readings: Sequence[Reading] = [read(offer, self._lexicon) for offer in offers]
        self._rows = Rows(self._readings, self._lexicon)

    def answers(
        self,
        need: Item,
        *,
        ties: Iterable[Tie] = (),
        refusals: Iterable[Refusal] = (),
        shown: Mapping[str, int] | None = None,
        top: int = 10,
    ) -> tuple[Match, ...]:
        """The offers that could answer a need, at most `top`, best first (score, then offer id)."""
        question, meant = Question(read(need, self._lexicon)), self._meant(need)
        asked = Asked(question, self._lexicon, strongest_ties(ties), shown or {}, meant)
        refused = {refusal.offer for refusal in refusals if refusal.need == need.id}
        promising = self._promising(asked, refused, top)
        return asked.best(promising, top)

    def _meant(self, need: Item) -> dict[str, int]:
        """What a local embedder says of the need and each offer, where one is plugged in."""
        if self._meaning is None:
            return {}
        near = self._meaning.nearness(_said(need), [_said(reading.item) for reading in self._readings])
        bounded = (micro(formula.MEANING * min(1.0, max(0.0, one))) for one in near)
        return {reading.item.id: one for reading, one in zip(self._readings, bounded, strict=True)}

    def _promising(self, asked: Asked, refused: set[str], top: int) -> list[tuple[float, Reading]]:
        """The offers that the hard rules let stand, with their score to within the noise, greatest first.

        Those whose text brings the most are looked at first. Once `top` of them stand on their text alone, whoever
        could not pass the least of these with all that the need lets structure bring is left unread.
        """
        rough = self._rows.text_scores(asked.question)
        if asked.meaning:
            rough += [asked.meaning[reading.item.id] for reading in self._readings]
        scores = rough.tolist()
        held: list[tuple[float, Reading]] = []
        best: list[float] = []
        beside, most = most_beside(asked.need), most_of_structure(asked.need)
        places = np.flatnonzero(rough >= max(FLOOR - beside - NOISE, 1))
        for place in places[np.argsort(-rough[places], kind="stable")].tolist():
            if best and len(best) == top and scores[place] + most + 2 * NOISE < best[0]:
                break
            reading = self._readings[place]
            if reading.item.id not in refused and may_meet(asked.need, reading.item):
                about = asked.about(reading.item, scores[place])
                if about is not None:
                    held.append((about, reading))
                    if scores[place] >= FLOOR + NOISE:
                        (heappush if len(best) < top else heappushpop)(best, about)
        return sorted(held, key=lambda one: -one[0])


def _said(item: Item) -> str:
    return f"{item.title}. {item.text}".strip()


def match(
    needs: Iterable[Item],
    offers: Iterable[Item],
    ties: Iterable[Tie] = (),
    refusals: Iterable[Refusal] = (),
    shown: Mapping[str, int] | None = None,
    top: int = 10,
    lexicon: Lexicon | None = None,
) -> tuple[Match, ...]:
    """Who could answer whom: for each need, by id, at most `top` offers, best first (score, then offer id).

    Never an offer of the need's own structure, never a refused pair, never a pair without a time in common.
    """
    index, known, refused = Index(offers, lexicon), tuple(ties), tuple(refusals)
    return tuple(
        found
        for need in sorted(needs, key=lambda item: item.id)
        for found in index.answers(need, ties=known, refusals=refused, shown=shown, top=top)
    )


def answerable(
    offer: Item,
    needs: Iterable[Item],
    ties: Iterable[Tie] = (),
    refusals: Iterable[Refusal] = (),
    shown: Mapping[str, int] | None = None,
    top: int = 10,
    lexicon: Lexicon | None = None,
) -> tuple[Match, ...]:
    """Which needs one offer could answer, at most `top`, best first (score, then need id); same scores as `match`."""
    found = match(needs, (offer,), ties, refusals, shown, top=1, lexicon=lexicon)
    best = sorted(found, key=lambda one: (-one.micro_score, one.need))[:top]
    return tuple(
        Match(one.need, one.offer, rank, one.micro_score, one.reasons, one.missing)
        for rank, one in enumerate(best, start=1)
    )
