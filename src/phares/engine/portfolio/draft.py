"""A first answer, quickly: the hint of the exact search, which is never worse.

At each step the response that adds most weight for the share of the budget it takes (Khuller, Moss, Naor 1999); then,
if a single response is worth more than all of these, that one.
"""

from __future__ import annotations

import heapq
from fractions import Fraction

from phares.engine.portfolio.question import Question, Team


def draft(question: Question) -> Team:
    """A set of responses that fits."""
    steps = _steps(question)
    single = max(question.candidates, key=lambda one: question.weight([one]), default=None)
    if single is not None and question.weight([single]) > question.weight(steps):
        return frozenset({single})
    return steps


def _steps(question: Question) -> Team:
    """Best for its price first. What a response adds only falls as others join, so only the first in line is redone."""
    reached: dict[int, Fraction] = {}
    left = dict(question.budget)
    team: set[int] = set()
    line = [(-_rate(question, one, _added(question, one, reached)), one) for one in question.candidates]
    heapq.heapify(line)
    while line:
        told, one = heapq.heappop(line)
        rate = -_rate(question, one, _added(question, one, reached))
        takes = question.responses[one].takes
        if rate == 0 or any(takes.get(name, 0) > there for name, there in left.items()):
            continue
        if rate > told:
            heapq.heappush(line, (rate, one))
            continue
        team.add(one)
        left = {name: there - takes.get(name, 0) for name, there in left.items()}
        reached = _with(reached, question.adding[one])
    return frozenset(team)


def _with(reached: dict[int, Fraction], more: dict[int, Fraction]) -> dict[int, Fraction]:
    return reached | {at: max(share, reached.get(at, share)) for at, share in more.items()}


def _added(question: Question, one: int, reached: dict[int, Fraction]) -> float:
    further = ((at, share) for at, share in question.adding[one].items() if share > reached.get(at, 0))
    return float(
        sum(question.cells[at].weight * (share - reached.get(at, question.cells[at].answered)) for at, share in further)
    )


def _rate(question: Question, one: int, added: float) -> float:
    takes = question.responses[one].takes
    price = sum(takes.get(name, 0) / there for name, there in question.budget.items() if there)
    return added / (price + 1e-9)
