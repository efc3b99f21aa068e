"""A choice among rounds that share structures, narrowed one rule at a time by integer programs.

The greatest worth is found by HiGHS, whose cuts suit sets that share nothing; the first of equals by CP-SAT, in whole
numbers, to which every rule already proven is given. Worths too great for floating point are left to CP-SAT alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from phares.engine.cycles.edge import Cycle

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_EXACT = 1 << 40
"""Sums up to this are told apart by a solver in floating point, whose tolerance is a millionth."""


class Choice:
    """The sets of rounds of which no two share a structure, and of these the ones that stay after each rule."""

    def __init__(self, cycles: Sequence[Cycle]) -> None:
        from ortools.sat.python import cp_model

        self._model: Any = cp_model.CpModel()  # not wholly typed
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
        self._held = [LinearConstraint(_shares(cycles), -np.inf, 1)]

    def hold_greatest(self, worth: Sequence[int]) -> None:
        """Keep the sets whose worth is the greatest."""
        total = sum(one * taken for one, taken in zip(worth, self._taken, strict=True))
        chosen = self._greatest(worth) if sum(map(abs, worth)) < _EXACT else None
        if chosen is None:
            self._model.maximize(total)
            chosen = self._solved()
        best = sum(one for one, taken in zip(worth, chosen, strict=True) if taken)
        self._model.add(total >= best)
        self._held.append(LinearConstraint(np.array([worth], dtype=float), best - 0.5, np.inf))
        self._model.clear_hints()
        for taken, one in zip(self._taken, chosen, strict=True):
            self._model.add_hint(taken, one)

    def _greatest(self, worth: Sequence[int]) -> list[bool] | None:
        """A set whose worth is the greatest, among those held; nothing where floating point was not sure."""
        cost = -np.array(worth, dtype=float)
        found = milp(cost, integrality=1, bounds=Bounds(0, 1), constraints=self._held, options={"mip_rel_gap": 0})
        return [bool(one > 0.5) for one in found.x] if found.status == 0 else None

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


def _shares(cycles: Sequence[Cycle]) -> csr_matrix:
    """Which rounds (columns) each structure (a row) stands in."""
    cells = [(structure, at) for at, cycle in enumerate(cycles) for structure in cycle.structures]
    rows: dict[str, int] = {}
    places = [rows.setdefault(structure, len(rows)) for structure, _ in cells]
    ones: NDArray[np.float64] = np.ones(len(cells))
    return csr_matrix((ones, (places, [at for _, at in cells])), shape=(len(rows), len(cycles)))
