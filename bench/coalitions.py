"""Measures the coalition search against a greedy, RarestFirst and plain two-worker CP-SAT, in one run.

Calls are drawn from a seed: each was asked of a hidden team, so that it can be answered, from a pole to a country.
`--sizes 15,60` and `--calls 5` change what is drawn; sizes above 1,000 are reported, not required.
The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import igraph
from ortools.sat.python import cp_model

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from phares.engine.coalitions import (  # noqa: E402  (the source root is added just above)
    Call,
    CountRule,
    Requirement,
    Rules,
    ShareRule,
    Structure,
    Tie,
)
from phares.engine.coalitions.draft import draft  # noqa: E402
from phares.engine.coalitions.limits import Limits  # noqa: E402
from phares.engine.coalitions.patience import Patience  # noqa: E402
from phares.engine.coalitions.pool import Merit, Pool, Team  # noqa: E402
from phares.engine.coalitions.search import Search  # noqa: E402

SIZES, LARGEST_REQUIRED = (15, 60, 200, 1_000), 1_000
PLAIN_SECONDS = 20.0
TYPES = ("ess", "company", "council", "training", "research", "group")
SKILLS = tuple(f"skill {number:02}" for number in range(16))


def drawn(size: int, seed: int) -> Call:
    """A call and those who could answer it: sparse ties, two to five skills each, seven in the hidden team."""
    chance = random.Random(f"{size}/{seed}")  # noqa: S311  (a seeded draw, no secret)
    structures = [_structure(chance, place) for place in range(size)]
    hidden = chance.sample(structures, 7)
    asked = chance.sample([one for one in SKILLS if any(one in member.skills for member in hidden)], 9)
    requirements = []
    for place, skill in enumerate(asked):
        amounts = [member.skills[skill] for member in hidden if skill in member.skills]
        mandatory = place < 7
        more = Fraction(0) if mandatory else Fraction(chance.randint(0, 3))
        weight = Fraction(chance.randint(1, 5))
        requirements.append(Requirement(skill, skill, sum(amounts) + more, len(amounts), mandatory, weight))
    having = {kind: sum(kind in member.types for member in hidden) for kind in TYPES}
    rules = [CountRule(frozenset((kind,)), 1) for kind in TYPES[1:] if having[kind]][:2]
    if having["ess"] > 3:
        rules.append(ShareRule(frozenset(("ess",)), Fraction(1, 2)))
    return Call(tuple(requirements), tuple(structures), tuple(_ties(chance, structures)), Rules(3, 9, tuple(rules)))


def _structure(chance: random.Random, place: int) -> Structure:
    types = {chance.choices(TYPES, (5, 3, 1, 1, 1, 2))[0], *chance.sample(TYPES, chance.choice((0, 0, 0, 1)))}
    skills = {one: Fraction(chance.randint(1, 4)) for one in chance.sample(SKILLS, chance.randint(2, 5))}
    return Structure(f"o{place:06}", frozenset(types), skills, chance.choice((0, 0, 0, 1, 1, 2, 3, 5)))


def _ties(chance: random.Random, structures: list[Structure]) -> list[Tie]:
    ties = []
    for place, one in enumerate(structures):
        for _ in range(4):
            near = (place + round(chance.gauss(0, 6))) % len(structures)
            other = structures[near if chance.random() < 0.7 else chance.randrange(len(structures))]
            if other.id != one.id:
                ties.append(Tie(one.id, other.id, chance.randint(1, 6)))
    return ties


@dataclass(frozen=True)
class Taken:
    """Seconds on the clock, and seconds of processor: they differ where others use the machine."""

    clock: float
    processor: float


def ours(pool: Pool) -> tuple[Merit | None, bool, Taken]:
    """The exact search: merit, whether it is proven, seconds."""
    began, worked = time.perf_counter(), time.process_time()
    best = Search(pool, Limits(), Patience(60)).best()
    taken = Taken(time.perf_counter() - began, time.process_time() - worked)
    return (best.merit if best else None, bool(best and best.proven), taken)


def greedy(pool: Pool) -> tuple[Merit | None, float]:
    """Whoever covers the most of what is still lacking, one after the other, then those who are of no use taken out."""
    began = time.perf_counter()
    team: tuple[int, ...] = ()
    while len(team) < pool.rules.most and not pool.holds(team):
        others = (place for place in range(len(pool.inside)) if place not in team)
        team = (*team, max(others, key=lambda place: (_held(pool, (*team, place)), -place)))
    for gone in team:
        fewer = tuple(one for one in team if one != gone)
        team = fewer if pool.holds(fewer) else team
    return (pool.merit(team) if pool.holds(team) else None, time.perf_counter() - began)


def _held(pool: Pool, team: Team) -> Fraction:
    """How much of the mandatory requirements a team has, each counted to 1, and how many rules hold."""
    total = Fraction(0)
    for one in pool.mandatory:
        held = pool.amounts(one)
        total += min(Fraction(1), sum((held.get(place, Fraction(0)) for place in team), Fraction(0)) / one.amount)
    for rule in pool.rules.types:
        having = sum(not pool.inside[place].types.isdisjoint(rule.any_of) for place in team)
        total += rule.holds(having, len(team))
    return total


def rarest_first(pool: Pool) -> tuple[Merit | None, float]:
    """RarestFirst (Lappas, Liu, Terzi 2009): from each who has the rarest skill, the nearest who has each other skill.

    It knows neither amounts nor rules: its teams seldom hold here, and that is what is reported.
    """
    began = time.perf_counter()
    graph = igraph.Graph(n=len(pool.inside), edges=[(a, b) for a, row in enumerate(pool.levels) for b in row if a < b])
    holders = sorted((sorted(pool.amounts(one)) for one in pool.mandatory), key=len)
    best: tuple[Any, ...] | None = None
    for start in holders[0] if holders and holders[0] else ():
        away = graph.distances(start)[0]
        team = tuple(sorted({start, *(min(some, key=lambda place: (away[place], place)) for some in holders[1:])}))
        if pool.holds(team) and (best is None or pool.rank(team) < best):
            best = pool.rank(team)
    return (pool.merit(best[-1]) if best else None, time.perf_counter() - began)


def plain(pool: Pool, seconds: float) -> tuple[Merit | None, bool, float]:
    """One direct model, one objective, two workers, the solver's own settings."""
    began = time.perf_counter()
    model = cp_model.CpModel()
    joins = [model.new_bool_var("") for _ in pool.inside]
    covered = {one.id: model.new_bool_var("") for one in pool.optional}
    for one in pool.requirements:
        held, met = pool.amounts(one), covered.get(one.id, 1)
        model.add(sum(int(amount) * joins[place] for place, amount in held.items()) >= int(one.amount) * met)
        model.add(sum(joins[place] for place in held) >= one.members * met)
    size = sum(joins)
    model.add_linear_constraint(size, pool.rules.least, pool.rules.most)
    for rule in pool.rules.types:
        having = sum(joins[place] for place in pool.having(rule.any_of))
        model.add(having >= rule.least if isinstance(rule, CountRule) else 2 * having >= size + 1)
    levels = []
    for place, others in enumerate(pool.levels):
        level = model.new_int_var(0, 6, "")
        with_other = []
        for other, height in others.items():
            both = model.new_bool_var("")
            model.add_implication(both, joins[place])
            model.add_implication(both, joins[other])
            with_other.append((height, both))
        model.add(level <= sum(height * both for height, both in with_other))
        model.add(sum(both for _, both in with_other) <= 1)
        levels.append(level)
    weight = sum(int(one.weight) * covered[one.id] for one in pool.optional)
    recent = sum(one.recent * joins[place] for place, one in enumerate(pool.inside))
    model.maximize(((weight * 10 - size) * 55 + sum(levels)) * 50 - recent)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    team = tuple(place for place, x in enumerate(joins) if solver.boolean_value(x)) if found else None
    return (pool.merit(team) if team else None, status == cp_model.OPTIMAL, time.perf_counter() - began)


def as_good(one: Merit | None, other: Merit | None) -> bool:
    """Whether one is no worse than another."""
    return other is None or (one is not None and one.rank <= other.rank)


def told(merit: Merit | None) -> list[int] | None:
    """A merit, as numbers."""
    return None if merit is None else [int(merit.weight), merit.members, merit.ties, merit.recent]


def measured(size: int, seed: int) -> dict[str, Any]:
    """Every way on one call."""
    pool = Pool(drawn(size, seed))
    merit, proven, taken = ours(pool)
    quick = draft(pool, Limits())
    simple, simple_s = greedy(pool)
    rarest, rarest_s = rarest_first(pool)
    direct, direct_proven, direct_s = plain(pool, PLAIN_SECONDS)
    row = {
        "ours": told(merit), "proven": proven, "seconds": round(taken.clock, 3),
        "processor_s": round(taken.processor, 3),
        "draft": told(pool.merit(quick)) if quick else None,
        "greedy": told(simple), "greedy_s": round(simple_s, 3),
        "rarest_first": told(rarest), "rarest_first_s": round(rarest_s, 3),
        "plain": told(direct), "plain_proven": direct_proven, "plain_s": round(direct_s, 3),
        "never_worse": all(as_good(merit, other) for other in (simple, rarest, direct)),
        "same_where_both_proven": not (proven and direct_proven) or merit == direct,
    }  # fmt: skip
    print(f"{size} candidates, call {seed}: {json.dumps(row)}", flush=True)
    return row


def main() -> int:
    """Measure each size, and say the outcome as one JSON line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--calls", type=int, default=3)
    options = parser.parse_args()
    ours(Pool(drawn(15, 0)))  # loads the solver
    outcome: dict[str, Any] = {"bench": "coalitions"}
    for size in map(int, options.sizes.split(",")):
        outcome[str(size)] = [measured(size, seed) for seed in range(options.calls)]
    required = [
        row for size, rows in outcome.items() if size.isdigit() and int(size) <= LARGEST_REQUIRED for row in rows
    ]
    outcome["required"] = {
        "proven_at_each_size": all(row["proven"] for row in required),
        "never_worse": all(row["never_worse"] for row in required),
        "same_where_both_proven": all(row["same_where_both_proven"] for row in required),
    }
    if "1000" in outcome:
        rows = outcome["1000"]
        outcome["median_s_at_1000"] = statistics.median(row["seconds"] for row in rows)
        tenth = all(row["seconds"] <= row["plain_s"] / 10 for row in rows)
        outcome["required"]["at_1000_a_tenth_of_plain"] = tenth
    print(json.dumps(outcome, sort_keys=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
