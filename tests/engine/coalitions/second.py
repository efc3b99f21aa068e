"""The best team by another formulation and another solver (HiGHS): each member points at one partner it is tied to."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from engine.coalitions.brute import Brute

Terms = dict[int, Any]


class Second:
    """Columns: who joins, which optional requirements are met, which arcs are used; rows grow as goals are reached."""

    def __init__(self, brute: Brute) -> None:
        self.brute, self.ids = brute, brute.inside
        self.arcs = [(a, b, level) for (a, b), level in sorted(self._strongest().items())]
        self.met = {one["id"]: len(self.ids) + at for at, one in enumerate(brute.optional)}
        self.offset = len(self.ids) + len(self.met)
        self.rows: list[tuple[Any, float, float]] = []
        for one in brute.call["requirements"]:
            self._requirement(one)
        self._rules()
        self._arcs()

    def _strongest(self) -> dict[tuple[str, str], int]:
        levels: dict[tuple[str, str], int] = {}
        for tie in self.brute.call["ties"]:
            for a, b in ((tie["a"], tie["b"]), (tie["b"], tie["a"])):
                if {a, b} <= set(self.ids):
                    levels[a, b] = max(tie["level"], levels.get((a, b), 0))
        return levels

    def _add(self, terms: Terms, least: float, most: float = np.inf) -> None:
        row = np.zeros(self.offset + len(self.arcs))
        for column, number in terms.items():
            row[column] += float(number)
        self.rows.append((row, least, most))

    def _requirement(self, one: dict[str, Any]) -> None:
        skills = [self.brute.known[ident]["skills"] for ident in self.ids]
        held = {at: Fraction(some.get(one["skill"], 0)) for at, some in enumerate(skills)}
        amounts = (float(Fraction(one.get("amount", 1))), {at: float(amount) for at, amount in held.items()})
        members = (float(one.get("members", 1)), {at: 1.0 for at, amount in held.items() if amount})
        for asked, terms in (amounts, members):
            if one["id"] in self.met:
                self._add({**terms, self.met[one["id"]]: -asked}, -1e-7)
            else:
                self._add(terms, asked - 1e-7)

    def _rules(self) -> None:
        rules, everyone = self.brute.rules, dict.fromkeys(range(len(self.ids)), 1.0)
        self._add(everyone, rules["least"], rules["most"])
        for rule in [*rules.get("types", []), *([rules["lead"]] if "lead" in rules else [])]:
            having = {
                at: float(self.brute.having(frozenset((one,)), rule["any_of"])) for at, one in enumerate(self.ids)
            }
            if "more_than" in rule:
                share = float(Fraction(rule["more_than"]))
                self._add({at: having[at] - share for at in everyone}, 1e-4)
            else:
                self._add(having, rule.get("least", 1), rule.get("most", np.inf))
        for ident in rules.get("required", []):
            self._add({self.ids.index(ident): 1.0} if ident in self.ids else {}, 1)
        for ident in set(rules.get("excluded", [])) & set(self.ids):
            self._add({self.ids.index(ident): 1.0}, 0, 0)
        for pair in rules.get("apart", []):
            self._add({self.ids.index(ident): 1.0 for ident in pair if ident in self.ids}, 0, 1)

    def _arcs(self) -> None:
        for at, (_, partner, _) in enumerate(self.arcs):
            self._add({self.ids.index(partner): 1.0, self.offset + at: -1.0}, 0)
        for ident in self.ids:
            own = {self.offset + at: -1.0 for at, arc in enumerate(self.arcs) if arc[0] == ident}
            self._add({self.ids.index(ident): 1.0} | own, 0)

    def best(self) -> list[Any]:
        """Weight, members, ties and recent teams of the best team, each made best in turn."""
        weights = {self.met[one["id"]]: -Fraction(one.get("weight", 1)) for one in self.brute.optional}
        ties = {self.offset + at: -level for at, (_, _, level) in enumerate(self.arcs)}
        recent = {at: self.brute.known[ident].get("recent", 0) for at, ident in enumerate(self.ids)}
        goals: list[Terms] = [weights, dict.fromkeys(range(len(self.ids)), 1), ties, recent]
        return [abs(self._reached(goal)) for goal in goals]

    def _reached(self, goal: Terms) -> Fraction:
        cost = np.zeros(self.offset + len(self.arcs))
        for column, number in goal.items():
            cost[column] = float(number)
        table, least, most = (np.array(column) for column in zip(*self.rows, strict=True))
        found = milp(cost, constraints=LinearConstraint(table, least, most), integrality=1, bounds=Bounds(0, 1))
        value = sum((number * round(found.x[column]) for column, number in goal.items()), Fraction(0))
        self._add(goal, -np.inf, float(value) + 1e-6)
        return value
