"""The exact search by CP-SAT (OR-Tools): most weight, then least of each means in turn, then fewest responses.

A cell is answered level by level: a level is reached only where a chosen response goes as far.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from phares.engine.portfolio.question import Question, Team

_EXACT = 1 << 50
_SEED = 2014

Linear = Any
"""An expression of the solver over its variables (OR-Tools' own types are not exact)."""


class TooGreat(ValueError):
    """Weights or amounts too great, or cut too fine, for whole numbers that the search keeps exact."""


@dataclass(frozen=True, slots=True)
class Best:
    """The set found; `bound` is a weight that no set passes, none when it is this one's own."""

    team: Team
    proven: bool
    bound: Fraction | None


def choose(question: Question, start: Team, seconds: float) -> Best:
    """The best set, proven unless `seconds` of search were not enough; never worse than `start`."""
    program = _Program(question, start)
    weight, scale = program.weight()
    spent = [program.spent(name) for name in question.budget]
    stages = [weight, *(-one for one in spent), -program.count]
    for stage, objective in enumerate(stages):
        solved = program.solve(objective, seconds)
        seconds -= solved.seconds
        if not solved.proven:
            bound = Fraction(solved.bound, scale) if stage == 0 and solved.bound is not None else None
            whole = _all_of(question)
            return Best(program.team, False, None if stage else min(whole, whole if bound is None else bound))
        program.keep(objective >= solved.value)
    return Best(program.team, True, None)


def _all_of(question: Question) -> Fraction:
    return question.weight(question.candidates)


@dataclass(frozen=True, slots=True)
class _Solved:
    proven: bool
    value: int
    bound: int | None
    seconds: float


class _Program:
    """Variables and constraints for the sets that fit."""

    def __init__(self, question: Question, start: Team) -> None:
        from ortools.sat.python import cp_model  # loaded where it is used: it weighs more than the rest of the engine

        self._cp, self._question, self.team = cp_model, question, start
        self._model: Any = cp_model.CpModel()
        self._taken = {one: self._model.new_bool_var("") for one in question.candidates}
        self.count: Linear = sum(self._taken.values())
        for name, there in question.budget.items():
            self._model.add(self.spent(name) <= there)

    def spent(self, name: str) -> Linear:
        """What is taken of a means."""
        takes = [(self._question.responses[one].takes.get(name, 0), x) for one, x in self._taken.items()]
        if sum(number for number, _ in takes) >= _EXACT:
            raise TooGreat(name)
        return sum((number * x for number, x in takes if number), 0 * self.count)

    def weight(self) -> tuple[Linear, int]:
        """The weight answered, times what makes it whole, and that number."""
        steps = list(self._steps())
        scale = math.lcm(1, *(worth.denominator for worth, _ in steps))
        if sum((worth for worth, _ in steps), Fraction(0)) * scale >= _EXACT:
            raise TooGreat("weight")
        total: Linear = 0 * self.count
        for worth, going_so_far in steps:
            reached = self._model.new_bool_var("")
            self._model.add_bool_or([*going_so_far, ~reached])
            total += int(worth * scale) * reached
        return total, scale

    def _steps(self) -> list[tuple[Fraction, list[Linear]]]:
        """For each cell and level that can be reached, what the step is worth and which responses go as far."""
        answers: dict[int, list[tuple[Fraction, Linear]]] = {}
        for one, x in self._taken.items():
            for at, share in self._question.adding[one].items():
                answers.setdefault(at, []).append((share, x))
        steps = []
        for at in sorted(answers):
            below = self._question.cells[at].answered
            for level in sorted({share for share, _ in answers[at]}):
                worth = self._question.cells[at].weight * (level - below)
                steps.append((worth, [x for share, x in answers[at] if share >= level]))
                below = level
        return [step for step in steps if step[0]]

    def keep(self, constraint: Linear) -> None:
        """What is proven of one stage holds in the next."""
        self._model.add(constraint)

    def solve(self, objective: Linear, seconds: float) -> _Solved:
        """Make the objective great, from the set held."""
        if not self._taken:
            return _Solved(proven=True, value=0, bound=0, seconds=0)
        if seconds <= 0:
            return _Solved(proven=False, value=0, bound=None, seconds=0)
        self._model.clear_hints()
        for one, x in self._taken.items():
            self._model.add_hint(x, one in self.team)
        self._model.maximize(objective)
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.random_seed = _SEED
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(self._model)
        if status in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            self._take([one for one, x in self._taken.items() if solver.boolean_value(x)])
        bound = solver.best_objective_bound
        told = math.floor(bound + 1e-6) if math.isfinite(bound) else None
        value = round(solver.objective_value) if status == self._cp.OPTIMAL else 0
        return _Solved(status == self._cp.OPTIMAL, value, told, solver.wall_time)

    def _take(self, found: Sequence[int]) -> None:
        if self._question.rank(found) < self._question.rank(self.team):
            self.team = frozenset(found)
