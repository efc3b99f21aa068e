"""The contract of `coalitions` by brute force, on the JSON itself: every set of structures, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property, partial
from itertools import chain, combinations
from typing import Any

Team = frozenset[str]


class Brute:
    """All teams of a call, best first."""

    def __init__(self, call: dict[str, Any]) -> None:
        self.call = call
        self.rules = {"least": 2, "most": 8, **call.get("rules", {})}
        self.known = {one["id"]: one for one in call["structures"]}
        self._skills = {
            ident: {skill: Fraction(amount) for skill, amount in one.get("skills", {}).items()}
            for ident, one in self.known.items()
        }
        self.inside = sorted(ident for ident, one in self.known.items() if not one.get("outside", False))
        self.required = [one for one in call["requirements"] if one.get("mandatory", True)]
        self.optional = [one for one in call["requirements"] if not one.get("mandatory", True)]

    def sets(self) -> Iterable[Team]:
        """Every set of those inside."""
        return map(frozenset, chain.from_iterable(combinations(self.inside, n) for n in range(len(self.inside) + 1)))

    def covers(self, team: Team, one: dict[str, Any]) -> bool:
        """Whether the team covers a requirement."""
        held = [amount for ident in team if (amount := self._skills[ident].get(one["skill"])) is not None]
        some = len([amount for amount in held if amount > 0])
        return sum(held) >= Fraction(one.get("amount", 1)) and some >= one.get("members", 1)

    def having(self, team: Team, any_of: list[str]) -> int:
        """How many have one of the types."""
        return len([ident for ident in team if set(self.known[ident].get("types", [])) & set(any_of)])

    def type_holds(self, team: Team, rule: dict[str, Any]) -> bool:
        """Whether a rule on types holds."""
        having = self.having(team, rule["any_of"])
        if "more_than" in rule:
            return having > Fraction(rule["more_than"]) * len(team)
        return rule.get("least", 1) <= having <= rule.get("most", 10**9)

    def sized(self, team: Team) -> bool:
        """Whether the size is right."""
        return self.rules["least"] <= len(team) <= self.rules["most"]

    def asks(self) -> list[tuple[dict[str, Any], Callable[[Team], bool]]]:
        """Each thing asked, as the answer names it, with a test of a team."""
        rules = self.rules
        lead = [rules["lead"]["any_of"]] if "lead" in rules else []
        return [
            *(({"requirement": one["id"]}, partial(self.covers, one=one)) for one in self.required),
            *((canonical(rule), partial(self.type_holds, rule=rule)) for rule in rules.get("types", [])),
            ({"rule": {"least": rules["least"]}}, lambda team: rules["least"] <= len(team)),
            ({"rule": {"most": rules["most"]}}, lambda team: len(team) <= rules["most"]),
            *(({"rule": {"required": one}}, {one}.issubset) for one in rules.get("required", [])),
            *(({"rule": {"excluded": one}}, {one}.isdisjoint) for one in rules.get("excluded", [])),
            *(({"rule": {"apart": sorted(two)}}, partial(never_both, two=two)) for two in rules.get("apart", [])),
            *(({"rule": {"lead": {"any_of": sorted(some)}}}, partial(self.has_one, some=some)) for some in lead),
        ]

    def has_one(self, team: Team, some: list[str]) -> bool:
        """Whether a member has one of the types."""
        return self.having(team, some) > 0

    def merit(self, team: Team) -> list[Any]:
        """Weight, members, ties, recent."""
        levels: dict[str, int] = dict.fromkeys(team, 0)
        for tie in self.call.get("ties", []):
            if {tie["a"], tie["b"]} <= team:
                for end in (tie["a"], tie["b"]):
                    levels[end] = max(levels[end], tie["level"])
        weight = sum((Fraction(one.get("weight", 1)) for one in self.optional if self.covers(team, one)), Fraction(0))
        recent = sum(self.known[ident].get("recent", 0) for ident in team)
        return [weight, len(team), sum(levels.values()), recent]

    def ranked(self) -> list[Team]:
        """Every team that holds, in the order of merit."""
        return self._ranked

    @cached_property
    def _ranked(self) -> list[Team]:
        tests = [test for _, test in self.asks()]
        held = [team for team in self.sets() if self.sized(team) and all(test(team) for test in tests)]
        return sorted(held, key=lambda team: (self._order(self.merit(team)), sorted(team)))

    @staticmethod
    def _order(merit: list[Any]) -> tuple[Any, ...]:
        weight, members, ties, recent = merit
        return (-weight, members, -ties, recent)

    def answers(self) -> list[Team]:
        """The best, then the best of those far enough from all before."""
        apart_by, found = Fraction(self.call.get("apart_by", "0.34")), []
        for team in self.ranked():
            far = (team != one and 1 - Fraction(len(team & one), len(team | one)) >= apart_by for one in found)
            if len(found) < self.call.get("top", 3) and all(far):
                found.append(team)
        return found

    def locked(self) -> list[dict[str, Any]]:
        """The mandatory requirements and type rules that no set of a right size meets, and who outside has some."""
        sized = [team for team in self.sets() if self.sized(team)]
        outside = [one for one in self.known.values() if one.get("outside", False)]
        found = []
        for one in sorted(self.required, key=lambda one: str(one["id"])):
            if not any(self.covers(team, one) for team in sized):
                by = [s["id"] for s in outside if Fraction(s.get("skills", {}).get(one["skill"], 0)) > 0]
                found.append({"requirement": one["id"], "by": sorted(by)})
        for rule in self.rules.get("types", []):
            if not any(self.type_holds(team, rule) for team in sized):
                by = [s["id"] for s in outside if set(s.get("types", [])) & set(rule["any_of"])]
                found.append({**canonical(rule), "by": sorted(by)})
        return found

    def smallest_conflict(self) -> int:
        """How many of the things asked are enough to leave no team."""
        teams = [0] * (1 << len(self.inside))
        for bit, (_, test) in enumerate(self.asks()):
            for place, team in enumerate(self.sets()):
                teams[place] |= 0 if test(team) else 1 << bit
        asked = len(self.asks())
        return next(
            size
            for size in range(asked + 1)
            for some in combinations(range(asked), size)
            if all(failed & sum(1 << bit for bit in some) for failed in teams)
        )


def never_both(team: Team, two: list[str]) -> bool:
    """Whether the two are not both members."""
    return not team.issuperset(two)


def canonical(rule: dict[str, Any]) -> dict[str, Any]:
    """A type rule as the answer names it."""
    any_of = sorted(rule["any_of"])
    if "more_than" in rule:
        share = Fraction(rule["more_than"])
        return {"rule": {"any_of": any_of, "more_than": int(share) if share.denominator == 1 else str(share)}}
    least = {"any_of": any_of, "least": rule.get("least", 1)}
    return {"rule": least | ({"most": rule["most"]} if "most" in rule else {})}


def plain(merit: list[Any]) -> list[Any]:
    """A merit as the answer writes it."""
    weight = merit[0]
    return [int(weight) if weight.denominator == 1 else f"{weight.numerator}/{weight.denominator}", *merit[1:]]
