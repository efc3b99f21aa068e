"""A choice among rounds that share structures, narrowed one rule at a time by an integer program (CP-SAT)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from phares.engine.cycles.edge import Cycle

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


class Choice:
    """The sets of rounds of which no two share a structure, and of these the ones that stay after each rule."""

    def __init__(self, cycles: Sequence[Cycle]) -> None:
        from ortools.sat.python import cp_model

        self._model = cp_model.CpModel()
        self._solver = cp_model.CpSolver()
        self._solver.parameters.num_workers = 1
        self._solver.parameters.linearization_level = 2
        self._taken = [self._model.new_bool_var("") for _ in cycles]
        around: dict[str, list[cp_model.IntVar]] = defaultdict(list)
        for cycle, taken in zip(cycles, self._taken, strict=True):
            for structure in cycle.structures:
                around[structure].append(taken)
        for sharing in around.values():
            self._model.add_at_most_one(sharing)

    def hold_greatest(self, worth: Sequence[int]) -> None:
        """Keep the sets whose worth is the greatest."""
        total = sum(one * taken for one, taken in zip(worth, self._taken, strict=True))
        self._model.maximize(total)
        chosen = self._solved()
        self._model.add(total >= sum(one for one, taken in zip(worth, chosen, strict=True) if taken))

    def first(self) -> list[int]:
        """Of the sets that are left, the first: each round in turn is the earliest that such a set can hold."""
        self._model.minimize(0)
        chosen, held = self._solved(), list[int]()
        while True:
            known = next((at for at in range(held[-1] + 1 if held else 0, len(chosen)) if chosen[at]), None)
            if known is None:
                return held
            chosen = self._with_earliest(range(held[-1] + 1 if held else 0, known + 1))
            held.append(next(at for at in range(held[-1] + 1 if held else 0, known + 1) if chosen[at]))
            self._model.add(self._taken[held[-1]] == 1)

    def _with_earliest(self, places: range) -> list[bool]:
        """A set with the earliest round that can stand among these, of which one surely can."""
        picked = [self._model.new_bool_var("") for _ in places]
        self._model.add_exactly_one(picked)
        for at, one in zip(places, picked, strict=True):
            self._model.add_implication(one, self._taken[at])
        self._model.minimize(sum(at * one for at, one in zip(places, picked, strict=True)))
        return self._solved()

    def _solved(self) -> list[bool]:
        """A best set, proven."""
        from ortools.sat.python import cp_model

        if self._solver.solve(self._model) != cp_model.OPTIMAL:
            raise RuntimeError("a choice that holds at least nothing has a best")
        return [self._solver.boolean_value(taken) for taken in self._taken]
