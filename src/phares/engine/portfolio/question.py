"""What is asked: what waits for an answer and how much it weighs, what could be done, and what there is to do it with.

Choosing within a budget what covers most weight is the budgeted maximum coverage problem (Khuller, Moss, Naor 1999).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

Team = frozenset[int]
"""A set of responses, by their places in the question; the smaller the place, the smaller the id."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A problem (at a place, for a public): what it weighs, and the share of it (0 to 1) that is answered already."""

    id: str
    weight: Fraction = Fraction(1)
    answered: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Response:
    """Something that could be done: what it takes of each means, and which share (0 to 1) of which cells it answers.

    A cell that is not asked about is passed over, so that a page may ask about some of the problems only.
    """

    id: str
    takes: Mapping[str, int] = field(default_factory=dict)
    answers: Mapping[str, Fraction] = field(default_factory=dict)


class Question:
    """Cells and responses in order of id, and the plain definition of what a set of responses is worth.

    Several answers to one cell are not added up: nobody knows whether two halves are the same half. A cell is
    answered as far as its best answer goes.
    """

    def __init__(self, cells: Iterable[Cell], responses: Iterable[Response], budget: Mapping[str, int]) -> None:
        self.cells = sorted(cells, key=lambda one: one.id)
        self.responses = sorted(responses, key=lambda one: one.id)
        self.budget = dict(budget)

    @cached_property
    def adding(self) -> list[dict[int, Fraction]]:
        """For each response, the cells (by place) that it answers further than they are already, and how far."""
        places = {cell.id: place for place, cell in enumerate(self.cells)}
        known = [
            {places[one]: share for one, share in each.answers.items() if one in places} for each in self.responses
        ]
        return [{at: share for at, share in one.items() if share > self.cells[at].answered} for one in known]

    def reached(self, team: Iterable[int]) -> dict[int, Fraction]:
        """How far each cell that the responses answer further is then answered."""
        reached: dict[int, Fraction] = {}
        for one in team:
            for at, share in self.adding[one].items():
                reached[at] = max(share, reached.get(at, Fraction(0)))
        return reached

    def weight(self, team: Iterable[int]) -> Fraction:
        """The weight that the responses answer, beyond what is answered already."""
        return sum((self.worth(at, share) for at, share in self.reached(team).items()), Fraction(0))

    def worth(self, at: int, share: Fraction) -> Fraction:
        """The weight won when a cell is answered so far, beyond what is answered already."""
        return self.cells[at].weight * (share - self.cells[at].answered)

    def spent(self, team: Iterable[int]) -> dict[str, int]:
        """What the responses take of each means of the budget."""
        members = list(team)
        return {name: sum(self.responses[one].takes.get(name, 0) for one in members) for name in self.budget}

    def fits(self, team: Iterable[int]) -> bool:
        """Whether there is enough of every means."""
        spent = self.spent(team)
        return all(spent[name] <= there for name, there in self.budget.items())

    def rank(self, team: Collection[int]) -> tuple[object, ...]:
        """The order of merit, the smaller the better: most weight, least of each means in turn, fewest responses."""
        return (-self.weight(team), *self.spent(team).values(), len(team))

    @cached_property
    def candidates(self) -> list[int]:
        """The responses that add something and that the whole budget could pay."""
        return [one for one in range(len(self.responses)) if self.adding[one] and self.fits([one])]
