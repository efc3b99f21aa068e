"""Who might gain by meeting: two structures without a living tie, and what they have around them.

    score = sum over common partners of 1 / (ties of that partner) + LAPSED * level / 6 when they once did something

The first term is the resource allocation index (Zhou, Lü, Zhang 2009): a partner of few says more than one of all.
Each structure is in at most MOST_EACH proposals, so that the well connected do not take all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from phares.engine.network.fact import Fact
from phares.engine.network.ties import Pair, Tie

LAPSED = 0.5
HIGHEST_LEVEL = 6
MOST_EACH = 3
_MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to meet, in whole millionths of a point: a common partner, or what both did before it faded."""

    code: str
    micro_points: int
    partner: str | None = None
    level: int | None = None
    last: date | None = None

    @property
    def points(self) -> float:
        """What the reason brings, with six decimals."""
        return self.micro_points / _MICRO


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two structures (a < b) to bring together, and why; the points add up to the score."""

    a: str
    b: str
    reasons: tuple[Reason, ...]

    @property
    def micro_score(self) -> int:
        """The sum of the reasons' points, in millionths."""
        return sum(reason.micro_points for reason in self.reasons)

    @property
    def score(self) -> float:
        """That sum, with six decimals."""
        return self.micro_score / _MICRO


def meetings(ties: Sequence[Tie], shared: Mapping[Pair, Sequence[Fact]]) -> list[Meeting]:
    """The meetings to propose, by pair: the best founded first, until each has MOST_EACH."""
    reasons = _common_partners(ties)
    for pair in shared.keys() - {(tie.a, tie.b) for tie in ties}:
        reasons.setdefault(pair, []).append(_lapsed(shared[pair]))
    found = [Meeting(a, b, tuple(reasons[a, b])) for a, b in reasons]
    chosen, times = [], Counter[str]()
    for one in sorted(found, key=lambda one: (-one.micro_score, one.a, one.b)):
        if max(times[one.a], times[one.b]) < MOST_EACH:
            chosen.append(one)
            times.update((one.a, one.b))
    return sorted(chosen, key=lambda one: (one.a, one.b))


def _common_partners(ties: Iterable[Tie]) -> dict[Pair, list[Reason]]:
    """For each pair without a tie, the partners that both have, by id."""
    partners: dict[str, set[str]] = {}
    for tie in ties:
        partners.setdefault(tie.a, set()).add(tie.b)
        partners.setdefault(tie.b, set()).add(tie.a)
    reasons: dict[Pair, list[Reason]] = {}
    for partner in sorted(partners):
        points = round(_MICRO / len(partners[partner]))
        for a, b in combinations(sorted(partners[partner]), 2):
            if b not in partners[a]:
                reasons.setdefault((a, b), []).append(Reason("common_partner", points, partner=partner))
    return reasons


def _lapsed(facts: Sequence[Fact]) -> Reason:
    level = max(fact.level for fact in facts)
    points = round(_MICRO * LAPSED * level / HIGHEST_LEVEL)
    return Reason("did_something_before", points, level=level, last=max(fact.on for fact in facts))
