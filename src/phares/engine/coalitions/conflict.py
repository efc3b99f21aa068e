"""A smallest set of requirements and rules that cannot hold together, when each can be met alone.

Sets of what can be given up are gathered one by one; the smallest set that touches each of them is in the end the
smallest that cannot hold (implicit hitting sets: Ignatiev, Previti, Liffiton, Marques-Silva, "Smallest MUS extraction
with minimal hitting set dualization", 2015).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phares.engine.coalitions.call import CountRule, Requirement, ShareRule, TypeRule
from phares.engine.coalitions.patience import Patience
from phares.engine.coalitions.pool import Pool, content
from phares.engine.coalitions.program import Linear, Program


@dataclass(frozen=True, slots=True)
class Element:
    """One thing asked: a mandatory requirement, or one of the rules by its name in the call and what it says."""

    name: str
    said: Requirement | TypeRule | int | str | tuple[str, str]


def elements(pool: Pool) -> list[Element]:
    """All that a team must hold to, one by one, in an order of its own."""
    rules = pool.rules
    return [
        *(Element("requirement", one) for one in pool.mandatory),
        Element("least", rules.least),
        Element("most", rules.most),
        *(Element("types", rule) for rule in sorted(rules.types, key=content)),
        *(Element("required", ident) for ident in sorted(rules.required)),
        *(Element("excluded", ident) for ident in sorted(rules.excluded)),
        *(Element("apart", (min(pair), max(pair))) for pair in sorted(map(sorted, rules.apart))),
        *([] if rules.lead is None else [Element("lead", CountRule(rules.lead))]),
    ]


def _hold(program: Program, one: Element, when: Linear) -> None:
    """Make one thing hold where `when` is true."""
    match one.name, one.said:
        case _, Requirement() as requirement:
            program.covers(requirement, when)
        case _, CountRule() | ShareRule() as rule:
            program.types(rule, when)
        case "least", int(least):
            program.sized(least, None, when)
        case "most", int(most):
            program.sized(0, most, when)
        case "required", str(ident):
            program.requires(ident, when)
        case "excluded", str(ident):
            program.excludes(ident, when)
        case "apart", (str(a), str(b)):
            program.keeps_apart((a, b), when)


def conflict(pool: Pool, patience: Patience) -> list[Element]:
    """A smallest set that cannot hold; empty when patience ran out before it was proven."""
    asked = elements(pool)
    given_up: list[set[int]] = []
    while not patience.stopped:
        chosen = _touching(pool, given_up, len(asked), patience)
        kept = _most_that_hold(pool, asked, chosen, patience)
        if kept is None:
            return [asked[place] for place in sorted(chosen)] if not patience.stopped else []
        given_up.append(set(range(len(asked))) - kept)
    return []


def _touching(pool: Pool, sets: Iterable[set[int]], count: int, patience: Patience) -> set[int]:
    """The fewest places that touch every set."""
    program = Program(pool, ())
    taken = program.flags(count)
    for one in sets:
        program.model.add_bool_or([taken[place] for place in sorted(one)])
    program.model.minimize(sum(taken))
    return program.raised(taken, patience) or set()


def _most_that_hold(pool: Pool, asked: list[Element], chosen: set[int], patience: Patience) -> set[int] | None:
    """As many as can hold together with those chosen; none when these cannot."""
    program = Program(pool)
    held = program.flags(len(asked))
    for place, one in enumerate(asked):
        _hold(program, one, held[place])
        if place in chosen:
            program.model.add(held[place] == 1)
    program.model.maximize(sum(held))
    return program.raised(held, patience)
