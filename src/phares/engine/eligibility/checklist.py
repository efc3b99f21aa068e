"""The checklist of a call: what is not known counts neither for nor against, until it alone could change the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from phares.engine.eligibility.rule import Every, MoreThan, NoFewer, NoMore, OfTheSet, Rule, Size, Subject


class State(Enum):
    """How a rule stands."""

    MET = "met"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule checked: who has what it asks, who has not, of whom it is not known, and how many more it takes.

    `short` counts the members with the trait (for a size, the members) still to find; below 0, those too many.
    """

    rule: Rule
    state: State
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    short: int = 0


def checklist(rules: Sequence[Rule], members: Sequence[Subject], group: Subject) -> tuple[Check, ...]:
    """Every rule in its order, checked on the members and on the set they make."""
    return tuple(_check(rule, sorted(members, key=lambda one: one.id), group) for rule in rules)


def _check(rule: Rule, members: Sequence[Subject], group: Subject) -> Check:
    if isinstance(rule, Size):
        return _sized(rule, len(members))
    among = [group] if isinstance(rule, OfTheSet) else members
    told: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    for one in among:
        told[one.has(rule.trait)].append(one.id)
    least, most = _bounds(rule, len(among))
    having, unknown = len(told[True]), len(told[None])
    state = _state(least <= having and having + unknown <= most, having + unknown < least or having > most)
    short = max(0, least - having) - max(0, having - most)
    return Check(rule, state, tuple(told[True]), tuple(told[False]), tuple(told[None]), short)


def _bounds(rule: Every | NoFewer | NoMore | MoreThan | OfTheSet, members: int) -> tuple[int, int]:
    """Between how many and how many of so many members must have the trait."""
    match rule:
        case NoFewer(least=least):
            return least, max(least, members)
        case NoMore(most=most):
            return 0, most
        case MoreThan(share=share):
            needed = share * members
            return needed.numerator // needed.denominator + 1, members + 1
        case _:
            return members, members


def _sized(rule: Size, members: int) -> Check:
    over = 0 if rule.most is None else max(0, members - rule.most)
    short = max(0, rule.least - members) - over
    return Check(rule, _state(short == 0, short != 0), short=short)


def _state(met: bool, missing: bool) -> State:
    return State.MET if met else State.MISSING if missing else State.UNKNOWN
