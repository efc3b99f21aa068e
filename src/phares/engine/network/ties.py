"""Ties between two structures: the strongest of their living facts, and how long they have held without a gap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from phares.engine.network.fact import Fact

Pair = tuple[str, str]
A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two structures (a < b) on a day: the highest level among their active facts, and their days."""

    a: str
    b: str
    level: int
    since: date
    last: date


def shared_facts(facts: Iterable[Fact], present: Collection[str], day: date) -> dict[Pair, list[Fact]]:
    """For each pair of those present, the facts begun by the day in which both are parties."""
    shared: dict[Pair, list[Fact]] = {}
    for fact in facts:
        if fact.days_since_start(day) >= 0:
            for pair in fact.pairs():
                if pair[0] in present and pair[1] in present:
                    shared.setdefault(pair, []).append(fact)
    return shared


def living_ties(shared: Mapping[Pair, Iterable[Fact]], day: date, fade_days: int) -> list[Tie]:
    """The ties of a day, by pair."""
    ties = []
    for (a, b), facts in sorted(shared.items()):
        active = [fact for fact in facts if fact.is_active(day, fade_days)]
        if active:
            days = [fact.on for fact in active]
            ties.append(Tie(a, b, max(fact.level for fact in active), min(days), max(days)))
    return ties


def lasts_over_a_year(facts: Iterable[Fact], day: date, fade_days: int) -> bool:
    """Whether facts reach back more than 365 days from the day, no gap between them being over `fade_days`.

    The last of them must itself be within `fade_days` of the day.
    """
    reach, covered_until = None, 0  # days before the day at which the chain begins; days before it until it is covered
    for fact in sorted(facts, key=lambda fact: fact.on):
        start = fact.days_since_start(day)
        end = start - fact.lasts_days
        if reach is None or covered_until - start > fade_days:
            reach, covered_until = start, end
        covered_until = min(covered_until, end)
    return reach is not None and covered_until <= fade_days and reach > A_YEAR
