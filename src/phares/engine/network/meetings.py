"""Who might gain by meeting: two structures without a living tie, and what they have around them.

    score = sum over common partners of 1 / (ties of that partner) + LAPSED * level / 6 when they once did something
          + HELP * score of the best match between a need of one and an offer of the other, each way

The first term is the resource allocation index (Zhou, Lü, Zhang 2009): a partner of few says more than one of all.
The last one is what a newcomer without any tie has to show. Each structure is in at most MOST_EACH proposals, so that
the well connected do not take all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from phares.engine.network.fact import Fact
from phares.engine.network.ties import Pair, Tie

LAPSED = 0.5
HELP = 0.5
HIGHEST_LEVEL = 6
MOST_EACH = 3
_MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Help:
    """An offer of one structure that answers a need of another, as the matching scores it."""

    giver: str
    taker: str
    need: str
    offer: str
    micro_score: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to meet, in whole millionths of a point.

    A common partner, what both did before it faded, or what one has that the other is looking for.
    """

    code: str
    micro_points: int
    partner: str | None = None
    level: int | None = None
    last: date | None = None
    help: Help | None = None

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


def meetings(ties: Sequence[Tie], shared: Mapping[Pair, Sequence[Fact]], helps: Iterable[Help] = ()) -> list[Meeting]:
    """The meetings to propose, by pair: the best founded first, until each has MOST_EACH."""
    partners = _partners(ties)
    besides = _besides_partners(partners, shared, helps)
    scores = _common_points(partners)
    for pair, reasons in besides.items():
        scores[pair] = scores.get(pair, 0) + sum(reason.micro_points for reason in reasons)
    chosen, times = [], Counter[str]()
    for a, b in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if max(times[a], times[b]) < MOST_EACH:
            chosen.append((a, b))
            times.update((a, b))
    return [Meeting(a, b, (*_common_partners(partners, a, b), *besides.get((a, b), ()))) for a, b in sorted(chosen)]


def _partners(ties: Iterable[Tie]) -> dict[str, set[str]]:
    """Those with whom each structure has a living tie."""
    partners: dict[str, set[str]] = {}
    for tie in ties:
        partners.setdefault(tie.a, set()).add(tie.b)
        partners.setdefault(tie.b, set()).add(tie.a)
    return partners


def _common_points(partners: Mapping[str, set[str]]) -> dict[Pair, int]:
    """For each pair without a tie, what the partners that both have are worth, in millionths."""
    points: dict[Pair, int] = {}
    for others in partners.values():
        each = _worth(others)
        for pair in combinations(sorted(others), 2):
            points[pair] = points.get(pair, 0) + each
    return {(a, b): total for (a, b), total in points.items() if b not in partners[a]}


def _common_partners(partners: Mapping[str, set[str]], a: str, b: str) -> list[Reason]:
    """The partners that both have, by id."""
    both = sorted(partners.get(a, set()) & partners.get(b, set()))
    return [Reason("common_partner", _worth(partners[partner]), partner=partner) for partner in both]


def _worth(others: Collection[str]) -> int:
    return round(_MICRO / len(others))


def _besides_partners(
    partners: Mapping[str, set[str]], shared: Mapping[Pair, Sequence[Fact]], helps: Iterable[Help]
) -> dict[Pair, list[Reason]]:
    """For each pair without a tie, what they once did together, then how the one could help the other."""
    reasons: dict[Pair, list[Reason]] = {}
    for a, b in shared:
        if b not in partners.get(a, ()):
            reasons[a, b] = [_lapsed(shared[a, b])]
    for help_ in _best_each_way(helps):
        a, b = sorted((help_.giver, help_.taker))
        if b not in partners.get(a, ()):
            points = round(HELP * help_.micro_score)
            reasons.setdefault((a, b), []).append(Reason("could_help", points, help=help_))
    return reasons


def _lapsed(facts: Sequence[Fact]) -> Reason:
    level = max(fact.level for fact in facts)
    points = round(_MICRO * LAPSED * level / HIGHEST_LEVEL)
    return Reason("did_something_before", points, level=level, last=max(fact.on for fact in facts))


def _best_each_way(helps: Iterable[Help]) -> list[Help]:
    """For each giver and taker the best help (score, then need, then offer id); nobody helps itself."""
    best: dict[Pair, Help] = {}
    for one in sorted(helps, key=lambda one: (-one.micro_score, one.need, one.offer)):
        if one.giver != one.taker and one.micro_score > 0:
            best.setdefault((one.giver, one.taker), one)
    return [best[way] for way in sorted(best)]
