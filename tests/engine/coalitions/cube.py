"""Brute force on every set at once: place `mask` of each table is the set whose members are its bits, by id."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np

from engine.coalitions.brute import Brute

Table = np.ndarray[Any, Any]


class Cube:
    """Which sets hold, and what each is worth, as whole numbers."""

    def __init__(self, brute: Brute) -> None:
        self.brute, self.ids = brute, brute.inside
        self.size = self._sums([1] * len(self.ids))
        self.scale = math.lcm(*(Fraction(one.get("weight", 1)).denominator for one in brute.optional), 1)
        self.weight = np.zeros(1 << len(self.ids), dtype=np.int64)
        for one in brute.optional:
            self.weight += self._covers(one) * int(Fraction(one.get("weight", 1)) * self.scale)
        self.recent = self._sums([brute.known[ident].get("recent", 0) for ident in self.ids])
        self.ties = self._ties()
        self.holds = self._holds()

    def _sums(self, each: list[int]) -> Table:
        table = np.zeros(1, dtype=np.int64)
        for number in each:
            table = np.concatenate((table, table + number))
        return table

    def _covers(self, one: dict[str, Any]) -> Table:
        held = [Fraction(self.brute.known[ident].get("skills", {}).get(one["skill"], 0)) for ident in self.ids]
        asked = Fraction(one.get("amount", 1))
        scale = math.lcm(asked.denominator, *(amount.denominator for amount in held))
        enough: Table = self._sums([int(amount * scale) for amount in held]) >= int(asked * scale)
        return enough & (self._sums([int(amount > 0) for amount in held]) >= one.get("members", 1))

    def _having(self, any_of: list[str]) -> Table:
        return self._sums([self.brute.having(frozenset((ident,)), any_of) for ident in self.ids])

    def _ties(self) -> Table:
        masks = np.arange(1 << len(self.ids))
        strongest = np.zeros((len(self.ids), len(masks)), dtype=np.int64)
        for tie in self.brute.call.get("ties", []):
            if {tie["a"], tie["b"]} <= set(self.ids):
                a, b = self.ids.index(tie["a"]), self.ids.index(tie["b"])
                both = (masks >> a & masks >> b & 1) * tie["level"]
                for end in (a, b):
                    np.maximum(strongest[end], both, out=strongest[end])
        total: Table = strongest.sum(axis=0)
        return total

    def _holds(self) -> Table:
        rules, every = self.brute.rules, [self._covers(one) for one in self.brute.required]
        every.append((rules["least"] <= self.size) & (self.size <= rules["most"]))
        for rule in rules.get("types", []):
            having = self._having(rule["any_of"])
            if "more_than" in rule:
                share = Fraction(rule["more_than"])
                every.append(having * share.denominator > share.numerator * self.size)
            else:
                every.append((rule.get("least", 1) <= having) & (having <= rule.get("most", 99)))
        if "lead" in rules:
            every.append(self._having(rules["lead"]["any_of"]) > 0)
        every += [self._inside(ident) for ident in rules.get("required", [])]
        every += [~self._inside(ident) for ident in rules.get("excluded", [])]
        every += [~(self._inside(a) & self._inside(b)) for a, b in rules.get("apart", [])]
        return np.logical_and.reduce(every)

    def _inside(self, ident: str) -> Table:
        return self._sums([int(one == ident) for one in self.ids]) > 0

    def answers(self) -> list[tuple[list[str], list[Any]]]:
        """The best teams with their merits, each far enough from those before."""
        early = self._sums([1 << len(self.ids) - place for place in range(len(self.ids))])
        order = np.lexsort((-early, self.recent, -self.ties, self.size, -self.weight))
        left = order[self.holds[order]]
        apart_by = Fraction(self.brute.call.get("apart_by", "0.34"))
        found = []
        while len(left) and len(found) < self.brute.call.get("top", 3):
            best = int(left[0])
            weight = Fraction(int(self.weight[best]), self.scale)
            merit = [weight, int(self.size[best]), int(self.ties[best]), int(self.recent[best])]
            found.append(([one for place, one in enumerate(self.ids) if best >> place & 1], merit))
            common, union = self.size[left & best], self.size[left | best]
            far = (union - common) * apart_by.denominator >= apart_by.numerator * union
            left = left[far & (left != best)]
        return found
