"""The port for a local sentence embedder: off by default, bounded, and named where it speaks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from engine.matching.items import item
from phares.engine.matching import Index, formula


class Told:
    """An embedder that says what it was told."""

    def __init__(self, *nearness: float) -> None:
        self.said = nearness

    def nearness(self, _need: str, offers: Sequence[str]) -> Sequence[float]:
        assert len(offers) == len(self.said)
        return self.said


NEED = item("n", "zzyzx")
OFFERS = [item("o1", "clarinette"), item("o2", "houblon")]


def test_without_one_nothing_is_said_of_meaning() -> None:
    assert Index(OFFERS).answers(NEED) == ()


def test_what_it_says_is_a_reason_of_its_own_and_adds_up() -> None:
    found = Index(OFFERS, meaning=Told(0.2, 0.9)).answers(NEED)
    assert [pair.offer for pair in found] == ["o2", "o1"]
    assert [reason.code for reason in found[0].reasons] == ["close_meaning"]
    assert found[0].score == pytest.approx(formula.MEANING * 0.9)


def test_it_never_brings_more_than_its_part() -> None:
    (found, *_) = Index(OFFERS, meaning=Told(7.0, -3.0)).answers(NEED)
    assert found.score == formula.MEANING
