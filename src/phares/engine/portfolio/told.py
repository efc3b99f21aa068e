"""The answer: what to do first, what each part of it brings, why the rest is left out, and what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from phares.engine.portfolio.choice import choose
from phares.engine.portfolio.draft import draft
from phares.engine.portfolio.question import Cell, Question, Response, Team


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as a code and what it stands on."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A response to do; `lost_without` is what goes if it alone is dropped.

    The points add up, over those chosen, to the weight answered.
    """

    id: str
    points: Fraction
    lost_without: Fraction
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A response not to do first, and why."""

    id: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What stays open of a cell: the share, the weight, and the responses left out that would answer more of it."""

    cell: str
    open: Fraction
    weight: Fraction
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The set to do first. `bound`: the weight that no set passes, none when it is `weight` itself."""

    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    gaps: tuple[Gap, ...]
    weight: Fraction
    within_reach: Fraction
    spent: Mapping[str, int]
    proven: bool
    bound: Fraction | None


def portfolio(
    cells: Iterable[Cell], responses: Iterable[Response], budget: Mapping[str, int], seconds: float = 5
) -> Portfolio:
    """The responses that answer most weight within the budget, then take least, then are fewest.

    A means that the budget does not name is not counted. Of sets equal in all this, always the same one.
    """
    question = Question(cells, responses, budget)
    best = choose(question, draft(question), seconds)
    return Portfolio(
        chosen=tuple(_chosen(question, best.team)),
        left_out=tuple(_left_out(question, best.team)),
        gaps=tuple(_gaps(question, best.team)),
        weight=question.weight(best.team),
        within_reach=question.weight(range(len(question.responses))),
        spent=question.spent(best.team),
        proven=best.proven,
        bound=best.bound,
    )


def _chosen(question: Question, team: Team) -> Iterable[Chosen]:
    first = _best_answer(question, team)
    for one in sorted(team):
        own = {at: share for at, share in question.adding[one].items() if first[at] == one}
        reasons = [
            Reason("answers", {"cell": question.cells[at].id, "share": share, "points": question.worth(at, share)})
            for at, share in sorted(own.items())
        ]
        reasons += [
            Reason(
                "answers_as_another_does",
                {"cell": question.cells[at].id, "share": share, "by": question.responses[first[at]].id},
            )
            for at, share in sorted(question.adding[one].items())
            if at not in own
        ]
        points = sum((question.worth(at, share) for at, share in own.items()), Fraction(0))
        lost = question.weight(team) - question.weight(team - {one})
        yield Chosen(question.responses[one].id, points, lost, tuple(reasons))


def _best_answer(question: Question, team: Team) -> dict[int, int]:
    """For each cell answered, the response that answers it furthest; of equals, the first by id."""
    first: dict[int, int] = {}
    for one in sorted(team):
        for at, share in question.adding[one].items():
            if at not in first or share > question.adding[first[at]][at]:
                first[at] = one
    return first


def _left_out(question: Question, team: Team) -> Iterable[LeftOut]:
    answered, spent = question.weight(team), question.spent(team)
    for one, response in enumerate(question.responses):
        if one not in team:
            dear = _over(response, question.budget)
            adds = question.weight(team | {one}) - answered
            if dear:
                reasons = [Reason("beyond_the_budget", {"means": name, "over": over}) for name, over in dear]
            elif not adds:
                reasons = [Reason("adds_nothing", {"answered_by": _answered_by(question, team, one)})]
            else:
                left = {name: there - spent[name] for name, there in question.budget.items()}
                short = [Reason("short_of", {"means": name, "over": over}) for name, over in _over(response, left)]
                reasons = [Reason("would_add", {"points": adds}), *short]
            yield LeftOut(response.id, tuple(reasons))


def _over(response: Response, there: Mapping[str, int]) -> list[tuple[str, int]]:
    return [
        (name, response.takes.get(name, 0) - much) for name, much in there.items() if response.takes.get(name, 0) > much
    ]


def _answered_by(question: Question, team: Team, one: int) -> tuple[str, ...]:
    """The responses chosen that already answer what this one would."""
    best = _best_answer(question, team)
    return tuple(sorted({question.responses[best[at]].id for at in question.adding[one] if at in best}))


def _gaps(question: Question, team: Team) -> Iterable[Gap]:
    """What stays open, the heaviest first, then by id."""
    reached = question.reached(team)
    found = []
    for at, cell in enumerate(question.cells):
        share = reached.get(at, cell.answered)
        if share < 1 and cell.weight:
            further = [one for one in range(len(question.responses)) if question.adding[one].get(at, share) > share]
            by = tuple(question.responses[one].id for one in further)
            found.append(Gap(cell.id, 1 - share, cell.weight * (1 - share), by))
    return sorted(found, key=lambda gap: (-gap.weight, gap.cell))
